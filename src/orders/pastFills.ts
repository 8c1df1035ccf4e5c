import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import type { Account } from './account.ts';
import { entriesOfRecent } from './recent.ts';
import { entriesOf } from './shelf.ts';
import { fillKey, revisionOf } from './standing.ts';

const timeOf = ({ TradeTimeMS = Infinity }: OrderTrade): number => TradeTimeMS;

const byTime = (a: OrderTrade, b: OrderTrade): number =>
  timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b);

/** The fills that the account knows, by its events as well. */
const knownIn = ({ open, rest }: Account): readonly OrderTrade[] =>
  [...entriesOfRecent(rest), ...entriesOf(open)].flatMap(([, { fills }]) =>
    Array.from(fills.values(), ({ trade }) => trade),
  );

/** Whether a fill happened at a time or later, in milliseconds since 1970; one without a time counts as new. */
export const isSince = (trade: OrderTrade, since: number): boolean => timeOf(trade) >= since;

/**
 * Turns the list of the exchange, the newest first, and what an account knows into the fills since a time: each once, in its
 * last revision, the oldest first. A list may lag behind the events. Pure.
 */
export const pastFills = (
  account: Account,
  listed: readonly OrderTrade[],
  since: number,
): readonly OrderTrade[] => {
  const byKey = new Map([...listed].reverse().map((trade) => [fillKey(trade), trade]));
  for (const trade of knownIn(account)) {
    const key = fillKey(trade);
    const other = byKey.get(key);
    if (other === undefined || revisionOf(trade) > revisionOf(other)) byKey.set(key, trade);
  }
  return [...byKey.values()].filter((trade) => isSince(trade, since)).sort(byTime);
};
