import * as t from 'io-ts';
import { Integer } from '../scalars/Integer.ts';
import { Long } from '../scalars/Long.ts';
import { nullable } from '../scalars/nullable.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The account. */
  AccountId: Integer,
  /** `Rejected`. */
  Status: t.string,
};

const optional = {
  /** The order system. */
  OMSId: Integer,
  /** The id that the sender gave the order; 0 for none. */
  ClientOrderId: Long,
  /** Why it was refused. */
  RejectReason: nullable(t.string),
};

/** An order of the account was refused. */
export const NewOrderRejectEvent = recordOf(required, optional, 'NewOrderRejectEvent');
export type NewOrderRejectEvent = Readonly<t.TypeOf<typeof NewOrderRejectEvent>>;
