import type { DecimalInput } from './decimal.ts';

/** A trade that two accounts have agreed on off the book. */
export interface BlockTradeRequest {
  /** The account that reports. */
  readonly AccountId: number;
  /** The other account. */
  readonly CounterPartyId: number;
  readonly InstrumentId: number;
  /** What the reporting account does. */
  readonly Side: DecimalInput;
  readonly Quantity: DecimalInput;
  readonly LimitPrice: DecimalInput;
  /** Whether the report stands for both sides; else the other account has to report the trade too. @default true */
  readonly LockedIn?: boolean | undefined;
  /** @default 0 */
  readonly ClientOrderId?: DecimalInput | undefined;
}
