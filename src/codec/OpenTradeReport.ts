import * as t from 'io-ts';
import { anyCase } from './anyCase.ts';
import { nullable } from './nullable.ts';
import { Order } from './Order.ts';

const [required, { props }] = Order.types;

const optional = {
  ...props,
  /** Why it was cancelled, in words; only some gateways send it. */
  CancelReasonDescription: nullable(t.string),
};

const record = t.intersection([required, t.partial(optional)], 'OpenTradeReport');

/** A block trade that waits for its other side, in the form of an order. The keys are read without regard to case. */
export const OpenTradeReport = anyCase(record);
export type OpenTradeReport = Readonly<t.TypeOf<typeof record>>;
