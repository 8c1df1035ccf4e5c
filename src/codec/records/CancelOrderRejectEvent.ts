import * as t from 'io-ts';
import { Integer } from '../scalars/Integer.ts';
import { Long } from '../scalars/Long.ts';
import { OrderType } from '../enums/OrderType.ts';
import { nullable } from '../scalars/nullable.ts';
import { openEnum } from '../enums/openEnum.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The account. */
  AccountId: Integer,
  /** The order that was to be cancelled. */
  OrderId: Long,
  /** `Rejected`. */
  Status: t.string,
};

const optional = {
  /** The order system. */
  OMSId: Integer,
  /** The revision of the order. */
  OrderRevision: Long,
  /** What kind of order it is. */
  OrderType: openEnum('OrderType', OrderType),
  /** The instrument of the order. */
  InstrumentId: Integer,
  /** Why it was not cancelled. */
  RejectReason: nullable(t.string),
};

/** An order could not be cancelled. */
export const CancelOrderRejectEvent = recordOf(required, optional, 'CancelOrderRejectEvent');
export type CancelOrderRejectEvent = Readonly<t.TypeOf<typeof CancelOrderRejectEvent>>;
