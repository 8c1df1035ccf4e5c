import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { AccountInfo } from '../market/account.ts';
import { type Decimal, decimal, multiply, subtract } from '../market/decimal.ts';
import type { Market } from '../market/market.ts';
import type { AccountPosition } from '../market/position.ts';

const none = decimal('0.0');
const never = '0001-01-01T00:00:00.000Z';
const dayMs = 86_400_000;

/** An account as GetAccountInfo tells it, which is more than the event does. */
export const accountReply = (account: AccountInfo) => ({
  ...account,
  LedgerId: 0,
  MarginAccountStatus: 'Active',
  MarginEnabled: false,
  LiabilityAccountId: 0,
  LendingAccountId: 0,
  ProfitLossAccountId: 0,
  DateTimeUpdated: never,
  DateTimeCreated: never,
});

/** What an account had of a product when the UTC day began: what the last change before left. */
const startOfDay = (
  { transactions }: Market,
  { AccountId, ProductId }: AccountPosition,
  now: number,
): Decimal =>
  pipe(
    transactions({ AccountId, ProductId, EndTimeStamp: now - (now % dayMs) - 1, Depth: 1 }),
    E.match(
      () => none,
      ([last]) => last?.Balance ?? none,
    ),
  );

/** A balance as GetAccountPositions tells it, which is more than the event does. */
export const positionReply = (market: Market, now: number) => (position: AccountPosition) => {
  const { NotionalRate, AvailableBalance, TotalDayDepositNotional, TotalDayWithdrawNotional } = position;
  return {
    ...position,
    MarginLiability: none,
    MarginLend: none,
    TotalDayInflowsAndOutflowsNotional: subtract(TotalDayDepositNotional, TotalDayWithdrawNotional),
    StartOfDayBalanceNotional: multiply(startOfDay(market, position, now), NotionalRate),
    AvailableBalanceNotional: multiply(AvailableBalance, NotionalRate),
    PendingDepositsNotional: none,
  };
};
