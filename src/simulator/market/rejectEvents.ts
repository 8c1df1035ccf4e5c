import type { DecimalInput } from './decimal.ts';

interface Rejected {
  readonly OMSId: number;
  readonly AccountId: number;
  readonly Status: 'Rejected';
  readonly RejectReason: string;
}

/** NewOrderRejectEvent: an order of a list was refused. */
export interface NewOrderReject extends Rejected {
  readonly ClientOrderId: number | bigint;
}

/** CancelOrderRejectEvent: a cancel of a list was refused. */
export interface CancelOrderReject extends Rejected {
  readonly OrderId: number;
  readonly OrderRevision: number;
  readonly OrderType: string;
  readonly InstrumentId: number;
}

/** CancelReplaceOrderRejectEvent: a replacement was refused; the order it was meant for is as it was. */
export interface CancelReplaceOrderReject extends Rejected {
  readonly OrderId: number;
  readonly ClientOrderId: number | bigint;
  readonly LimitPrice: DecimalInput;
  readonly OrderIdOCO: DecimalInput;
  readonly OrderType: DecimalInput;
  readonly PegPriceType: DecimalInput;
  readonly OrderIdToReplace: number;
  readonly InstrumentId: number;
  readonly ReferencePrice: DecimalInput;
  readonly Quantity: DecimalInput;
  readonly Side: DecimalInput;
  readonly StopPrice: DecimalInput;
  readonly TimeInForce: DecimalInput;
}
