import type { AccountSpec } from './account.ts';
import { type Decimal, add, compare, decimal } from './decimal.ts';
import type { Floor } from './floor.ts';

/** The trading limits of an account in the notional product, as decimal text; a missing one means no limit. */
export type TradingLimits = Pick<AccountSpec, 'DailyNotionalLimit' | 'MonthlyNotionalLimit'>;

/** Why an order is refused that would take its account past what it may trade. */
export type LimitReason = 'Exceeds_Daily_Limit' | 'Exceeds_Monthly_Limit';

const isPast = (limit: string | undefined, traded: Decimal, more: Decimal): boolean =>
  limit !== undefined && compare(add(traded, more), decimal(limit)) > 0;

/** The limit that an order of such a notional value would break together with what its account has traded. */
export const exceededLimit = (
  { accounts, turnovers, clock }: Floor,
  accountId: number,
  notional: () => Decimal,
): LimitReason | undefined => {
  const { DailyNotionalLimit: daily, MonthlyNotionalLimit: monthly } = accounts.get(accountId) ?? {};
  if (daily === undefined && monthly === undefined) return undefined;
  const { day, month } = turnovers.notional(accountId, clock.now());
  if (isPast(daily, day, notional())) return 'Exceeds_Daily_Limit';
  return isPast(monthly, month, notional()) ? 'Exceeds_Monthly_Limit' : undefined;
};
