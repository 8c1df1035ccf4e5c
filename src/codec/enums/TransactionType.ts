import type { OpenEnum } from './openEnum.ts';

/** The kind of an entry in an account's ledger. */
export const TransactionType = {
  Fee: 1,
  Trade: 2,
  Other: 3,
  Reverse: 4,
  Hold: 5,
  Rebate: 6,
  MarginAcquisition: 7,
  MarginRelinquishByTrade: 8,
  MarginInterestTransfer: 9,
  MarginOperatorTransferToMarginAccount: 10,
  MarginOperatorTransferToAssetAccount: 11,
  MarginUserTransfer: 12,
  MarginRelinquishByTransfer: 13,
  MarginRelinquishByReverseTrade: 14,
  Distribution: 15,
  Payment: 16,
  OperatorLend: 21,
  OperatorReceived: 22,
  Rebalance: 23,
  Commission: 24,
  AirDrop: 25,
} as const;

/** A name out of {@link TransactionType}, as the exchange writes it; the list is open. */
export type TransactionType = OpenEnum<typeof TransactionType>;
