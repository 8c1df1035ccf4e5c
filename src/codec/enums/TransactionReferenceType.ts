import type { OpenEnum } from './openEnum.ts';

/** What an entry in an account's ledger refers to. */
export const TransactionReferenceType = {
  Trade: 1,
  Deposit: 2,
  Withdraw: 3,
  Transfer: 4,
  OrderHold: 5,
  WithdrawHold: 6,
  DepositHold: 7,
  MarginHold: 8,
  ManualHold: 9,
  ManualEntry: 10,
  MarginAcquisition: 11,
  MarginRelinquish: 12,
  MarginInterestNetting: 13,
  MarginOperatorTransferToMarginAccount: 14,
  MarginOperatorTransferToAssetAccount: 15,
  MarginUserTransfer: 16,
  MarginPositionReverseTrade: 17,
  AffiliateRebate: 18,
  DistributionEntry: 19,
  TransferHold: 20,
  AirDrop: 21,
} as const;

/** A name out of {@link TransactionReferenceType}, as the exchange writes it; the list is open. */
export type TransactionReferenceType = OpenEnum<typeof TransactionReferenceType>;
