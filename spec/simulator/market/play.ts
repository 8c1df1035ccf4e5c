import fc from 'fast-check';
import { feeAccount } from '../../../src/simulator/market/catalogue.ts';
import { type Decimal, formatDecimal, trim } from '../../../src/simulator/market/decimal.ts';
import type { MarketEvent } from '../../../src/simulator/market/event.ts';
import type { Market } from '../../../src/simulator/market/market.ts';
import { type FullAction, freshMarket, fullScript, opening, performFully } from './fullScript.ts';
import { instruments, poorAccounts, right } from './script.ts';

/** Who trades in a script, and who gets the fees. */
export const accountIds = [...poorAccounts, feeAccount].map(({ AccountId }) => AccountId);
/** What is traded in a script. */
export const instrumentIds = instruments.map(({ InstrumentId }) => InstrumentId);
/** A decimal by value: its text without zeros at the end. */
export const text = (value: Decimal): string => formatDecimal(trim(value));
/** All balances. */
export const positionsOf = (market: Market) => accountIds.flatMap((id) => right(market.positions(id)));
/** All open orders, and the block trades that wait for their other side. */
export const openOf = (market: Market) =>
  accountIds.flatMap((id) => [...right(market.openOrders(id)), ...right(market.openTradeReports(id))]);

/** Plays the opening and a script, and calls `check` after every action with what it made known. */
export const play = (
  actions: readonly FullAction[],
  check: (market: Market, events: readonly MarketEvent[], action: FullAction, reply: unknown) => void,
): void => {
  const stage = freshMarket();
  for (const action of [...opening, ...actions]) {
    const { reply, events } = performFully(stage, action);
    check(stage.market, events, action, reply);
  }
};

/** Plays the opening and a script, and gives back the market and all that it made known. */
export const playedOut = (
  actions: readonly FullAction[],
): { readonly market: Market; readonly events: readonly MarketEvent[] } => {
  const stage = freshMarket();
  const events = [...opening, ...actions].flatMap((action) => performFully(stage, action).events);
  return { market: stage.market, events };
};

/** Checks a property of random scripts. */
export const holds = (
  property: (actions: readonly FullAction[]) => void,
  { numRuns = 60, scripts = fullScript }: { numRuns?: number; scripts?: typeof fullScript } = {},
): void => {
  fc.assert(fc.property(scripts, property), { numRuns });
};
