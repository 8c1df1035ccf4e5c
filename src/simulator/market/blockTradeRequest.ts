import type { DecimalInput } from './decimal.ts';

/** A trade that two accounts have agreed on off the book. */
export interface BlockTradeRequest {
  /** The account that reports. */
  readonly AccountId: number;
  /** The other account. */
  readonly CounterPartyId: number;
  readonly InstrumentId: number;
  /** What the reporting account does. */
  readonly Side: 'Buy' | 'Sell';
  readonly Quantity: DecimalInput;
  readonly LimitPrice: DecimalInput;
  /** @default 0 */
  readonly ClientOrderId?: number | bigint | undefined;
}
