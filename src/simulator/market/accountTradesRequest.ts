/** GetAccountTrades and GetTradesHistory; a filter of 0 or that is absent lets everything pass. */
export interface AccountTradesRequest {
  readonly AccountId: number;
  readonly InstrumentId?: number | undefined;
  readonly TradeId?: number | bigint | undefined;
  readonly OrderId?: number | bigint | undefined;
  readonly ExecutionId?: number | bigint | undefined;
  /** Epoch milliseconds, inclusive. */
  readonly StartTimeStamp?: number | undefined;
  readonly EndTimeStamp?: number | undefined;
  /** Most rows to give, at most 200; `Count` means the same. @default 200 */
  readonly Depth?: number | undefined;
  readonly Count?: number | undefined;
  /** 0 is the newest. @default 0 */
  readonly StartIndex?: number | undefined;
  /** Epoch milliseconds: what had happened by then. @default all */
  readonly asOf?: number | undefined;
}
