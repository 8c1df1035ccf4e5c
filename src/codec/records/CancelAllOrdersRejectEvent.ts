import * as t from 'io-ts';
import { Integer } from '../scalars/Integer.ts';
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
  /** The instrument, where only its orders were to be cancelled; 0 for all. */
  InstrumentId: Integer,
  /** Why they were not cancelled. */
  RejectReason: nullable(t.string),
};

/** The orders of the account could not be cancelled. */
export const CancelAllOrdersRejectEvent = recordOf(required, optional, 'CancelAllOrdersRejectEvent');
export type CancelAllOrdersRejectEvent = Readonly<t.TypeOf<typeof CancelAllOrdersRejectEvent>>;
