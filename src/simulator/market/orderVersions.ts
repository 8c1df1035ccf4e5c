import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import { type Listing, insideOf } from './listing.ts';
import { type Order, holdOf, productSpent } from './order.ts';
import { orderObjectFromOrder } from './orderObject.ts';

/** The event that tells an account the present version of its order. */
export const orderStateEvent = (order: Order): MarketEvent => ({
  _tag: 'OrderState',
  AccountId: order.account.AccountId,
  InstrumentId: order.instrument.InstrumentId,
  payload: orderObjectFromOrder(order),
});

/** The next version of an order, with the moment and the market it was made in, saved. */
export const nextVersion = (floor: Floor, listing: Listing, order: Order, changes: Partial<Order>): Order => {
  const next = { ...order, ...changes, updated: floor.clock.stamp(), inside: insideOf(listing) };
  floor.orders.save(next);
  return next;
};

const holdingOf = (order: Order): { readonly accountId: number; readonly productId: number } => ({
  accountId: order.account.AccountId,
  productId: productSpent(order),
});

/** Puts what is left of an order into the book, and holds what it may spend. */
export const rest = ({ ledger, clock }: Floor, { book }: Listing, order: Order): Order => {
  const resting: Order = { ...order, booked: 'resting', updated: clock.stamp() };
  ledger.hold(holdingOf(resting), holdOf(resting));
  book.put(resting);
  return resting;
};

/** Takes a resting order out of the book, and frees what it held; one that does not rest stays as it is. */
export const unrest = ({ ledger, clock }: Floor, { book }: Listing, order: Order): Order => {
  if (order.booked !== 'resting') return order;
  ledger.release(holdingOf(order), holdOf(order));
  const removed: Order = { ...order, booked: 'removed', updated: clock.stamp() };
  book.remove(removed);
  return removed;
};

/** Ends a working order before it is filled. */
export const cancel = (
  floor: Floor,
  listing: Listing,
  order: Order,
  why: { readonly reason: Order['reason']; readonly cancelReason: string },
): Order => nextVersion(floor, listing, unrest(floor, listing, order), { ...why, state: 'Canceled' });
