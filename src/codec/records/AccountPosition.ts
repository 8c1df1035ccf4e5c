import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Integer } from '../scalars/Integer.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The order system of the account. */
  OMSId: Integer,
  /** The account that holds it. */
  AccountId: Integer,
  /** The symbol of the product. */
  ProductSymbol: t.string,
  /** The product that is held. */
  ProductId: Integer,
  /** All that the account has of it. */
  Amount: Decimal,
  /** The part that open orders and withdrawals keep. */
  Hold: Decimal,
};

const optional = {
  /** What the account owes. */
  MarginLiability: Decimal,
  /** What the account has lent. */
  MarginLend: Decimal,
  /** On its way in. */
  PendingDeposits: Decimal,
  /** On its way out. */
  PendingWithdraws: Decimal,
  /** Paid in since midnight UTC. */
  TotalDayDeposits: Decimal,
  /** Paid in this month. */
  TotalMonthDeposits: Decimal,
  /** Paid in this year. */
  TotalYearDeposits: Decimal,
  /** Paid in since midnight UTC, in the notional product. */
  TotalDayDepositNotional: Decimal,
  /** Paid in this month, in the notional product. */
  TotalMonthDepositNotional: Decimal,
  /** Paid in this year, in the notional product. */
  TotalYearDepositNotional: Decimal,
  /** Paid out since midnight UTC. */
  TotalDayWithdraws: Decimal,
  /** Paid out this month. */
  TotalMonthWithdraws: Decimal,
  /** Paid out this year. */
  TotalYearWithdraws: Decimal,
  /** Paid out since midnight UTC, in the notional product. */
  TotalDayWithdrawNotional: Decimal,
  /** Paid out this month, in the notional product. */
  TotalMonthWithdrawNotional: Decimal,
  /** Paid out this year, in the notional product. */
  TotalYearWithdrawNotional: Decimal,
  /** The product that values are given in. */
  NotionalProductId: Integer,
  /** The symbol of the product that values are given in. */
  NotionalProductSymbol: t.string,
  /** `Amount` in the notional product. */
  NotionalValue: Decimal,
  /** `Hold` in the notional product. */
  NotionalHoldAmount: Decimal,
  /** What one unit is worth in the notional product. */
  NotionalRate: Decimal,
  /** Transferred since midnight UTC, in the notional product. */
  TotalDayTransferNotional: Decimal,
  /** What came less what went since midnight UTC, in the notional product. */
  TotalDayInflowsAndOutflowsNotional: Decimal,
  /** `Amount` at midnight UTC, in the notional product. */
  StartOfDayBalanceNotional: Decimal,
  /** `Amount` less `Hold`, on newer gateways. */
  AvailableBalance: Decimal,
  /** The same in the notional product. */
  AvailableBalanceNotional: Decimal,
  /** On its way in, in the notional product. */
  PendingDepositsNotional: Decimal,
};

/** What an account holds of one product. Available is `Amount` less `Hold`. */
export const AccountPosition = recordOf(required, optional, 'AccountPosition');
export type AccountPosition = Readonly<t.TypeOf<typeof AccountPosition>>;
