import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import type { Holding } from './ledger.ts';
import { type Listing, insideOf } from './listing.ts';
import { type Order, holdOf, productSpent } from './order.ts';
import { orderObjectFromOrder } from './orderObject.ts';

/** The event that tells an account the present version of its order; what it tells is made when somebody reads it. */
export const orderStateEvent = (order: Order): MarketEvent => ({
  _tag: 'OrderState',
  AccountId: order.account.AccountId,
  InstrumentId: order.instrument.InstrumentId,
  get payload() {
    return orderObjectFromOrder(order);
  },
});

/** The next version of an order, with the moment and the market it was made in, saved. */
export const nextVersion = (floor: Floor, listing: Listing, order: Order, changes: Partial<Order>): Order => {
  const next = { ...order, ...changes, updated: floor.clock.versionStamp(), inside: insideOf(listing) };
  floor.orders.save(next);
  if (next.state !== 'Working') floor.links.drop(next.id);
  return next;
};

/** Whose balance an order spends. */
export const holdingOf = (order: Order): Holding => ({
  accountId: order.account.AccountId,
  productId: productSpent(order),
});

/**
 * Puts what is left of an order into the book, and holds what it may spend. Save it by a next version, which then
 * tells of a market that has the order in it.
 */
export const rest = ({ ledger, clock }: Floor, { book }: Listing, order: Order): Order => {
  const resting: Order = { ...order, place: 'resting', updated: clock.stamp() };
  ledger.hold(holdingOf(resting), holdOf(resting));
  book.put(resting);
  return resting;
};

/** Lets an order wait for its price, and holds what it may spend; save it by a next version. */
export const wait = ({ ledger }: Floor, { waiting }: Listing, order: Order): Order => {
  const placed: Order = { ...order, place: 'waiting' };
  ledger.hold(holdingOf(placed), holdOf(placed));
  waiting.put(placed);
  return placed;
};

/** Lets a block trade wait for the other side's report, and holds what it may spend; save it by a next version. */
export const report = ({ ledger }: Floor, order: Order): Order => {
  ledger.hold(holdingOf(order), holdOf(order));
  return { ...order, place: 'reported' };
};

/** Takes an order out of the book, or from its waiting, and frees what it held; any other stays as it is. */
export const withdrawOrder = ({ ledger, clock }: Floor, { book, waiting }: Listing, order: Order): Order => {
  if (order.place === 'nowhere' || order.place === 'removed') return order;
  ledger.release(holdingOf(order), holdOf(order));
  if (order.place === 'waiting') waiting.remove(order);
  if (order.place !== 'resting') return { ...order, place: 'nowhere' };
  const removed: Order = { ...order, place: 'removed', updated: clock.stamp() };
  book.remove(removed);
  return removed;
};

/** Ends a working order before it is filled. */
export const cancel = (
  floor: Floor,
  listing: Listing,
  order: Order,
  why: { readonly reason: Order['reason']; readonly cancelReason: string },
): Order => nextVersion(floor, listing, withdrawOrder(floor, listing, order), { ...why, state: 'Canceled' });
