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
  readonly PostOnly?: boolean | undefined;
  readonly UseDisplayQuantity?: boolean | undefined;
  readonly DisplayQuantity?: DecimalInput | undefined;
}
