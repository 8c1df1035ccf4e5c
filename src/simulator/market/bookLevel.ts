import { type Decimal, add, decimalOf, isPositive, subtract } from './decimal.ts';
import { type Order, shownOf } from './order.ts';
import type { Side } from './side.ts';

/** One price of one side, with the orders that rest there, oldest first. */
export interface BookLevel {
  readonly side: Side;
  readonly price: Decimal;
  readonly orders: ReadonlyMap<number, Order>;
  /** What the book shows of its orders together. */
  readonly size: Decimal;
  /** How many of its orders show something. */
  readonly count: number;
  /** How many accounts have an order there that shows something. */
  readonly accounts: number;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

/** What tells a level from the others of its book: prices are above 0, and those of bids are counted below. */
export const levelKey = ({ side, price }: Pick<BookLevel, 'side' | 'price'>): bigint =>
  side === 'Buy' ? -price.units : price.units;

/** A level that orders can be put into and taken from. */
export interface FilledLevel extends BookLevel {
  /** Puts an order at the end, or a new version of it in the place of the old one. */
  readonly put: (order: Order) => void;
  readonly remove: (order: Order) => void;
}

/** A level without orders; its totals are kept, so that they cost the same however many orders there are. */
export const createLevel = (side: Side, price: Decimal, scale: number): FilledLevel => {
  const orders = new Map<number, Order>();
  const showing = new Map<number, number>();
  let size = decimalOf(0n, scale);
  let count = 0;
  let changedAt = 0;

  const show = (order: Order, change: 1 | -1): void => {
    const shown = shownOf(order);
    if (!isPositive(shown)) return;
    const { AccountId } = order.account;
    const theirs = (showing.get(AccountId) ?? 0) + change;
    if (theirs === 0) showing.delete(AccountId);
    else showing.set(AccountId, theirs);
    count += change;
    size = change === 1 ? add(size, shown) : subtract(size, shown);
  };
  const hide = (id: number): void => {
    const before = orders.get(id);
    if (before !== undefined) show(before, -1);
  };

  return {
    side,
    price,
    orders,
    get size() {
      return size;
    },
    get count() {
      return count;
    },
    get accounts() {
      return showing.size;
    },
    get changedAt() {
      return changedAt;
    },
    put: (order) => {
      hide(order.id);
      orders.set(order.id, order);
      show(order, 1);
      changedAt = order.updated.ms;
    },
    remove: (order) => {
      hide(order.id);
      orders.delete(order.id);
      changedAt = order.updated.ms;
    },
  };
};
