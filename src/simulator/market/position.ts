import type { Flow } from './accountFlows.ts';
import { type Decimal, decimal, multiply, subtract } from './decimal.ts';
import type { Balance } from './ledger.ts';
import type { Totals } from './periodTotals.ts';
import type { Product } from './product.ts';

/** One product's balance in the shape of AccountPositionEvent and GetAccountPositions. */
export interface AccountPosition {
  readonly OMSId: number;
  readonly AccountId: number;
  readonly ProductSymbol: string;
  readonly ProductId: number;
  /** All there is, held or not. */
  readonly Amount: Decimal;
  /** What open orders may spend. */
  readonly Hold: Decimal;
  readonly PendingDeposits: Decimal;
  readonly PendingWithdraws: Decimal;
  readonly TotalDayDeposits: Decimal;
  readonly TotalMonthDeposits: Decimal;
  readonly TotalYearDeposits: Decimal;
  readonly TotalDayDepositNotional: Decimal;
  readonly TotalMonthDepositNotional: Decimal;
  readonly TotalYearDepositNotional: Decimal;
  readonly TotalDayWithdraws: Decimal;
  readonly TotalMonthWithdraws: Decimal;
  readonly TotalYearWithdraws: Decimal;
  readonly TotalDayWithdrawNotional: Decimal;
  readonly TotalMonthWithdrawNotional: Decimal;
  readonly TotalYearWithdrawNotional: Decimal;
  readonly NotionalProductId: number;
  readonly NotionalProductSymbol: string;
  readonly NotionalValue: Decimal;
  readonly NotionalHoldAmount: Decimal;
  readonly NotionalRate: Decimal;
  readonly TotalDayTransferNotional: Decimal;
  /** Amount - Hold. */
  readonly AvailableBalance: Decimal;
}

/** What a product is worth in another. */
export interface Valuation {
  readonly product: Product;
  /** Units of it for one unit of the product held; 0 where that is not known. */
  readonly rate: Decimal;
}

/** What has come into a holding from outside in the present day, month and year, and what has gone there. */
export interface FlowTotals {
  readonly into: Totals<Flow>;
  readonly outOf: Totals<Flow>;
}

const none = decimal('0.0');

const orNone = (value: Decimal): Decimal => (value.units === 0n ? none : value);

const totalsOf = ({ into, outOf }: FlowTotals) => ({
  TotalDayDeposits: orNone(into.day.amount),
  TotalMonthDeposits: orNone(into.month.amount),
  TotalYearDeposits: orNone(into.year.amount),
  TotalDayDepositNotional: orNone(into.day.notional),
  TotalMonthDepositNotional: orNone(into.month.notional),
  TotalYearDepositNotional: orNone(into.year.notional),
  TotalDayWithdraws: orNone(outOf.day.amount),
  TotalMonthWithdraws: orNone(outOf.month.amount),
  TotalYearWithdraws: orNone(outOf.year.amount),
  TotalDayWithdrawNotional: orNone(outOf.day.notional),
  TotalMonthWithdrawNotional: orNone(outOf.month.notional),
  TotalYearWithdrawNotional: orNone(outOf.year.notional),
});

/**
 * The wire shape of a balance. A deposit or withdrawal is booked as soon as it is asked for, so that none is pending
 * afterwards; what an account starts with is in no total.
 */
export const positionFromBalance = (
  accountId: number,
  product: Product,
  { amount, hold }: Balance,
  { product: notional, rate }: Valuation,
  flows: FlowTotals,
): AccountPosition => ({
  OMSId: 1,
  AccountId: accountId,
  ProductSymbol: product.Product,
  ProductId: product.ProductId,
  Amount: amount,
  Hold: hold,
  PendingDeposits: none,
  PendingWithdraws: none,
  ...totalsOf(flows),
  NotionalProductId: notional.ProductId,
  NotionalProductSymbol: notional.Product,
  NotionalValue: multiply(amount, rate),
  NotionalHoldAmount: multiply(hold, rate),
  NotionalRate: rate,
  TotalDayTransferNotional: none,
  AvailableBalance: subtract(amount, hold),
});
