import type { Decimal } from './decimal.ts';

interface Rejected {
  readonly OMSId: number;
  readonly AccountId: number;
  readonly Status: 'Rejected';
  readonly RejectReason: string;
}

/** NewOrderRejectEvent: an order was refused. */
export interface NewOrderReject extends Rejected {
  readonly ClientOrderId: number | bigint;
}

/** CancelOrderRejectEvent: a cancel was refused. */
export interface CancelOrderReject extends Rejected {
  readonly OrderId: number;
  readonly OrderRevision: number;
  readonly OrderType: string;
  readonly InstrumentId: number;
}

/** CancelAllOrdersRejectEvent: the orders could not be cancelled, and are as they were. */
export interface CancelAllOrdersReject extends Rejected {
  readonly InstrumentId: number;
}

/** CancelReplaceOrderRejectEvent: a replacement was refused; the order it was meant for is as it was. */
export interface CancelReplaceOrderReject extends Rejected {
  readonly OrderId: number;
  readonly ClientOrderId: number | bigint;
  readonly LimitPrice: Decimal;
  readonly OrderIdOCO: number | bigint;
  readonly OrderType: string;
  readonly PegPriceType: string;
  readonly OrderIdToReplace: number;
  readonly InstrumentId: number;
  readonly ReferencePrice: Decimal;
  readonly Quantity: Decimal;
  readonly Side: string;
  readonly StopPrice: Decimal;
  readonly TimeInForce: string;
}
