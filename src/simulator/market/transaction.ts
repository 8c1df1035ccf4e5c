import type { Decimal } from './decimal.ts';

/** What a change of a balance was for. */
export type TransactionType = 'Fee' | 'Trade' | 'Other';

/** What a change of a balance belongs to. */
export type TransactionReferenceType = 'Trade' | 'Deposit' | 'Withdraw';

/** One change of one balance, in the shape of TransactionEvent and GetAccountTransactions. */
export interface Transaction {
  readonly TransactionId: number;
  /** The id of the trade, or the number of the ticket. */
  readonly ReferenceId: number;
  readonly OMSId: number;
  readonly AccountId: number;
  /** What came in. */
  readonly CR: Decimal;
  /** What went out. */
  readonly DR: Decimal;
  /** The other account's id; 0 for the world outside. */
  readonly Counterparty: number;
  readonly TransactionType: TransactionType;
  readonly ReferenceType: TransactionReferenceType;
  readonly ProductId: number;
  /** The amount after it. */
  readonly Balance: Decimal;
  /** Epoch milliseconds. */
  readonly TimeStamp: number;
}
