import type { Decimal } from './decimal.ts';

/** PendingDepositUpdate: what is on its way into an account. */
export interface PendingDeposit {
  readonly AccountId: number;
  /** The product id. */
  readonly AssetId: number;
  readonly TotalPendingDepositValue: Decimal;
}

/** DepositEvent: a deposit was booked. */
export interface Deposit {
  readonly OMSId: number;
  readonly AccountId: number;
  readonly ProductId: number;
  readonly Quantity: Decimal;
  readonly SubAccountId: number;
}
