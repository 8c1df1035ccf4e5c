import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Integer } from '../scalars/Integer.ts';
import { Long } from '../scalars/Long.ts';
import { OrderType } from '../enums/OrderType.ts';
import { PegPriceType } from '../enums/PegPriceType.ts';
import { recordOf } from '../fast/recordOf.ts';
import { Side } from '../enums/Side.ts';
import { TimeInForce } from '../enums/TimeInForce.ts';
import { nullable } from '../scalars/nullable.ts';
import { openEnum } from '../enums/openEnum.ts';

const required = {
  /** The account. */
  AccountId: Integer,
  /** `Rejected`. */
  Status: t.string,
};

const optional = {
  /** The order system. */
  OMSId: Integer,
  /** The id of the order. */
  OrderId: Long,
  /** The id that the sender gave the new order; 0 for none. */
  ClientOrderId: Long,
  /** The limit price of the new order. */
  LimitPrice: Decimal,
  /** The order that would have cancelled it; 0 for none. */
  OrderIdOCO: Long,
  /** The kind of the new order. */
  OrderType: openEnum('OrderType', OrderType),
  /** The price that the new order would have followed. */
  PegPriceType: openEnum('PegPriceType', PegPriceType),
  /** The order that was to be replaced. */
  OrderIdToReplace: Long,
  /** The instrument. */
  InstrumentId: Integer,
  /** The price that the check was made against. */
  ReferencePrice: Decimal,
  /** The quantity of the new order. */
  Quantity: Decimal,
  /** The side of the new order. */
  Side: openEnum('Side', Side),
  /** The stop price of the new order. */
  StopPrice: Decimal,
  /** How long the new order would have stayed. */
  TimeInForce: openEnum('TimeInForce', TimeInForce),
  /** Why it was not replaced. */
  RejectReason: nullable(t.string),
};

/** An order could not be replaced; it stays as it was. */
export const CancelReplaceOrderRejectEvent = recordOf(required, optional, 'CancelReplaceOrderRejectEvent');
export type CancelReplaceOrderRejectEvent = Readonly<t.TypeOf<typeof CancelReplaceOrderRejectEvent>>;
