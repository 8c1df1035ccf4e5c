import { add, isPositive, min, multiply, subtract } from './decimal.ts';
import type { MarketEvent } from './event.ts';
import { executionEvents } from './executionEvents.ts';
import type { Floor } from './floor.ts';
import { type Listing, touchOf } from './listing.ts';
import type { Fill } from './matching.ts';
import { type Order, holdOf, nextSlice } from './order.ts';
import { cancel, holdingOf, nextVersion, orderStateEvent } from './orderVersions.ts';
import { settle } from './settle.ts';
import { observePrice } from './stops.ts';

/** An incoming order after a fill, and what the accounts concerned are told of the fill. */
export interface Executed {
  readonly taker: Order;
  readonly events: readonly MarketEvent[];
}

/** An order after it has traded so much; nothing of it is in the book yet. */
export const filled = (order: Order, { price, quantity }: Pick<Fill, 'price' | 'quantity'>): Order => {
  const remaining = subtract(order.remaining, quantity);
  const display = min(order.display, remaining);
  return {
    ...order,
    remaining,
    executed: add(order.executed, quantity),
    gross: add(order.gross, multiply(price, quantity)),
    display,
    slice: nextSlice(display, remaining),
    reason: 'Trade',
    state: isPositive(remaining) ? 'Working' : 'FullyExecuted',
  };
};

/**
 * The maker after the fill: in its place in the book, behind the others where all it showed was taken and there is
 * more, or out of it. It holds what it can still spend.
 */
const reduceMaker = ({ ledger, clock }: Floor, { book }: Listing, maker: Order, fill: Fill): Order => {
  const after: Order = { ...filled(maker, fill), updated: clock.stamp() };
  ledger.release(holdingOf(maker), subtract(holdOf(maker), holdOf(after)));
  const offered = subtract(maker.slice, fill.quantity);
  if (after.state !== 'Working') {
    book.remove(after);
    return { ...after, place: 'removed' };
  }
  if (isPositive(offered)) {
    const kept = { ...after, slice: offered };
    book.put(kept);
    return kept;
  }
  book.remove(after);
  book.put(after);
  return after;
};

/** Cancels what is linked to an order that has traded. */
const cancelLinked = (floor: Floor, listing: Listing, order: Order): readonly MarketEvent[] =>
  [...floor.links.of(order.id)].flatMap((id) => {
    const other = floor.orders.find(id);
    if (other?.state !== 'Working') return [];
    const why = { reason: 'UserModified', cancelReason: 'OrderIdOCO' } as const;
    return [orderStateEvent(cancel(floor, listing, other, why))];
  });

/**
 * Carries out one fill: money, book, tape, bars and both orders. What is linked to either is cancelled, then `finish`
 * has the last word on the taker, such as putting its rest into the book, before its account is told. The maker is
 * told first.
 */
export const execute = (
  floor: Floor,
  listing: Listing,
  before: Order,
  fill: Fill,
  finish: (taker: Order) => Order,
): Executed => {
  const { price, quantity } = fill;
  const present = floor.orders.find(fill.maker.id) ?? fill.maker;
  const tradeId = floor.next('trade');
  const fees = settle(floor, listing, { maker: present, taker: before }, { tradeId, price, quantity });
  const reduced = reduceMaker(floor, listing, present, fill);
  const at = floor.clock.stamp();
  const direction = listing.tape.record({ id: tradeId, price, quantity, maker: reduced, taker: before, at });
  listing.statistics.record({ ms: at.ms, price, quantity });
  listing.bars.record({ ms: at.ms, price, quantity }, touchOf(listing));
  const linked = [reduced, before].flatMap((order) => cancelLinked(floor, listing, order));
  const maker = nextVersion(floor, listing, reduced, {});
  const taker = nextVersion(floor, listing, finish(filled(before, fill)), {});
  const told = executionEvents(floor, { maker, taker }, { tradeId, price, quantity, direction, at, fees });
  return { taker, events: [...told, ...linked, ...observePrice(floor, listing, 'Last', price)] };
};
