import * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { nullable } from '../scalars/nullable.ts';
import { Order } from './Order.ts';
import { recordOf } from '../fast/recordOf.ts';

const [required, optional] = Order.types;

const added = {
  /** Why it was cancelled, in words; only some gateways send it. */
  CancelReasonDescription: nullable(t.string),
};

const record = recordOf(required.props, { ...optional.props, ...added }, 'OpenTradeReport');

/** A block trade that waits for its other side, in the form of an order. The keys are read without regard to case. */
export const OpenTradeReport: t.Type<OpenTradeReport> = anyCase(record);
/** What the codec of this name reads. @interface */
export type OpenTradeReport = Order & {
  readonly [K in keyof typeof added]?: t.TypeOf<(typeof added)[K]>;
};
