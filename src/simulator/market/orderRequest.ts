import type { DecimalInput } from './decimal.ts';

/** SendOrder as it comes off the wire: enumerations are numbers, numbers as text, or names. */
export interface OrderRequest {
  readonly AccountId?: DecimalInput | undefined;
  readonly InstrumentId?: DecimalInput | undefined;
  readonly Side?: DecimalInput | undefined;
  readonly OrderType?: DecimalInput | undefined;
  /** @default GTC */
  readonly TimeInForce?: DecimalInput | undefined;
  readonly Quantity?: DecimalInput | undefined;
  readonly LimitPrice?: DecimalInput | undefined;
  /** Market buys without a Quantity: how much of the quote product to spend. */
  readonly Value?: DecimalInput | undefined;
  /** @default 0 */
  readonly ClientOrderId?: DecimalInput | undefined;
  /** Limit orders: to be refused rather than trade at once. */
  readonly PostOnly?: boolean | undefined;
  readonly UseDisplayQuantity?: boolean | undefined;
  /** Limit orders with UseDisplayQuantity: how much of it the book shows at a time; nothing at all for 0. @default 0 */
  readonly DisplayQuantity?: DecimalInput | undefined;
  /** StopMarket and StopLimit: the price that sets the order off. */
  readonly StopPrice?: DecimalInput | undefined;
  /** Trailing orders: how far the stop price stays behind the best price seen. */
  readonly TrailingAmount?: DecimalInput | undefined;
  /** TrailingStopLimit: how far beyond the stop price the limit lies. */
  readonly LimitOffset?: DecimalInput | undefined;
  /** Stop and trailing orders: the price they watch: Last, Bid or Ask. @default Last */
  readonly PegPriceType?: DecimalInput | undefined;
  /** An open order of the same account, instrument and side that is cancelled when this one trades, and the reverse. */
  readonly OrderIdOCO?: DecimalInput | undefined;
}
