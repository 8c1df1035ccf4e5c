import type { Decimal } from './decimal.ts';
import { compare } from './decimal.ts';
import type { Order } from './order.ts';
import type { PegPriceType, StopTerms } from './stopTerms.ts';
import { followed, isSetOff } from './stopPrice.ts';

/** An order that waits, and the terms it has from now on. */
export interface Moved {
  readonly order: Order;
  readonly stop: StopTerms;
}

/** The orders of one instrument that wait for a price. */
export interface WaitingOrders {
  /** Takes an order in, or a new version of it. */
  readonly put: (order: Order) => void;
  readonly remove: (order: Order) => void;
  /**
   * Tells of a price: what it sets off becomes due, in the order of entry; gives back what trails it and has to
   * move, to be put again. The same price again changes nothing.
   */
  readonly observe: (peg: PegPriceType, price: Decimal | undefined) => readonly Moved[];
  /** The next order that was set off; it waits until it is removed. */
  readonly due: () => Order | undefined;
  /** How many wait. */
  readonly size: () => number;
}

/** Nothing waits. */
export const createWaitingOrders = (): WaitingOrders => {
  const waiting = new Map<number, Order & { readonly stop: StopTerms }>();
  const due = new Set<number>();
  const seen = new Map<PegPriceType, Decimal>();

  const isNews = (peg: PegPriceType, price: Decimal): boolean => {
    const before = seen.get(peg);
    seen.set(peg, price);
    return before === undefined || compare(before, price) !== 0;
  };

  return {
    put: (order) => {
      if (order.stop !== undefined) waiting.set(order.id, { ...order, stop: order.stop });
    },
    remove: ({ id }) => {
      waiting.delete(id);
      due.delete(id);
    },
    observe: (peg, price) => {
      if (price === undefined) seen.delete(peg);
      if (price === undefined || !isNews(peg, price)) return [];
      const watching = [...waiting.values()].filter(({ id, stop }) => stop.peg === peg && !due.has(id));
      for (const { id, side, stop } of watching) if (isSetOff(side, stop.price, price)) due.add(id);
      return watching.flatMap((order) => {
        const stop = followed(order.side, order.stop, price);
        return stop === order.stop || due.has(order.id) ? [] : [{ order, stop }];
      });
    },
    due: () => {
      const [first] = due;
      return first === undefined ? undefined : waiting.get(first);
    },
    size: () => waiting.size,
  };
};
