/** GetAccountTransactions; a filter of 0, of no members, or that is absent lets everything pass. */
export interface TransactionsRequest {
  readonly AccountId: number;
  readonly ProductId?: number | undefined;
  readonly TransactionId?: number | bigint | undefined;
  readonly ReferenceId?: number | bigint | undefined;
  /** By name. */
  readonly TransactionTypes?: readonly string[] | undefined;
  /** By name. */
  readonly TransactionReferenceTypes?: readonly string[] | undefined;
  /** Epoch milliseconds, inclusive. */
  readonly StartTimestamp?: number | undefined;
  readonly EndTimeStamp?: number | undefined;
  /** Most rows to give. @default all */
  readonly Depth?: number | undefined;
  /** 0 is the newest. @default 0 */
  readonly StartIndex?: number | undefined;
}
