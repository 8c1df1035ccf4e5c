import { carryOut } from './carryOut.ts';
import { compare, multiply, sum } from './decimal.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import { type Listing, pegOf } from './listing.ts';
import { matchIn } from './marketMatch.ts';
import type { Match } from './matching.ts';
import type { Order } from './order.ts';
import { isMarketType } from './orderType.ts';
import { holdingOf, nextVersion, orderStateEvent, withdrawOrder } from './orderVersions.ts';
import { observePrice } from './stops.ts';

/** A buy at any price was held at its stop price; what it meets may cost more than its account has. */
const isTooDear = ({ ledger }: Floor, order: Order, { fills }: Match): boolean => {
  if (order.side === 'Sell') return false;
  const cost = sum(fills.map(({ price, quantity }) => multiply(price, quantity)));
  return compare(cost, ledger.available(holdingOf(order))) > 0;
};

const setOff = (floor: Floor, listing: Listing, waiting: Order): readonly MarketEvent[] => {
  const order = withdrawOrder(floor, listing, waiting);
  const match = matchIn(floor, listing, {
    side: order.side,
    accountId: order.account.AccountId,
    limit: isMarketType(order.type) ? undefined : order.price,
    budget: { _tag: 'Quantity', rest: order.remaining },
  });
  if (!isTooDear(floor, order, match)) return carryOut(floor, listing, order, match);
  const rejected = { state: 'Rejected', reason: 'OtherRejected', rejectReason: 'Not_Enough_Funds' } as const;
  return [orderStateEvent(nextVersion(floor, listing, order, rejected))];
};

const setOffIn = (floor: Floor, listing: Listing): readonly MarketEvent[] => {
  const events: MarketEvent[] = [];
  const observe = (): void => {
    for (const peg of ['Bid', 'Ask'] as const) {
      events.push(...observePrice(floor, listing, peg, pegOf(listing, peg)));
    }
  };
  observe();
  for (let order = listing.waiting.due(); order !== undefined; order = listing.waiting.due()) {
    events.push(...setOff(floor, listing, order));
    observe();
  }
  return events;
};

/**
 * Carries out the waiting orders that the present prices set off, and those that these set off in turn. Nothing is set
 * off while an instrument is not running.
 */
export const setOffWaiting = (floor: Floor): readonly MarketEvent[] => {
  const events: MarketEvent[] = [];
  for (const listing of floor.listings.values()) {
    if (listing.waiting.size() > 0 && listing.status.present() === 'Running') {
      events.push(...setOffIn(floor, listing));
    }
  }
  return events;
};
