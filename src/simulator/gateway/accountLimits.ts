import type { AccountSpec } from '../market/account.ts';
import type { Market } from '../market/market.ts';

/** How much an account may trade, in the notional product, as decimal text. */
export type AccountLimits = Pick<AccountSpec, 'DailyNotionalLimit' | 'MonthlyNotionalLimit'>;

const known = new WeakMap<Market, readonly AccountSpec[]>();

/** Remembers how the accounts of a market were configured, which the market itself does not tell. */
export const rememberAccounts = (market: Market, accounts: readonly AccountSpec[]): Market => {
  known.set(market, accounts);
  return market;
};

/** The limits of one account; none where nothing is known of it. */
export const limitsOf = (market: Market, accountId: number): AccountLimits =>
  known.get(market)?.find(({ AccountId }) => AccountId === accountId) ?? {};
