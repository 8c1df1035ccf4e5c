import { type Decimal, sum } from './decimal.ts';
import type { Order } from './order.ts';
import type { Side } from './side.ts';

/** One price of one side, with the orders that rest there, oldest first. */
export interface BookLevel {
  readonly side: Side;
  readonly price: Decimal;
  readonly orders: ReadonlyMap<number, Order>;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

/** The resting orders of one instrument in price-time priority. All prices are of one scale. */
export interface Book {
  /** Puts an order at the end of its price, or a new version of it in the place of the old one. */
  readonly put: (order: Order) => void;
  readonly remove: (order: Order) => void;
  /** Best first. */
  readonly levels: (side: Side) => readonly BookLevel[];
  /** The levels touched since the last call, each once; without orders where the level is gone. */
  readonly takeChanged: () => readonly BookLevel[];
}

/** The orders of a side, best price first, oldest first at a price. */
export const ordersOf = (book: Book, side: Side): readonly Order[] =>
  book.levels(side).flatMap(({ orders }) => [...orders.values()]);

/** What a level offers: the sum of what remains of its orders. */
export const sizeOf = ({ orders }: BookLevel): Decimal =>
  sum([...orders.values()].map(({ remaining }) => remaining));

/** How many accounts have an order at a level. */
export const accountsOf = ({ orders }: BookLevel): number =>
  new Set([...orders.values()].map(({ account }) => account.AccountId)).size;

const isBetter = (side: Side, a: Decimal, b: Decimal): boolean =>
  side === 'Buy' ? a.units > b.units : a.units < b.units;

/** An empty book. */
export const createBook = (): Book => {
  const sides: Record<Side, readonly BookLevel[]> = { Buy: [], Sell: [] };
  const changed = new Map<string, { readonly side: Side; readonly price: Decimal; readonly at: number }>();

  const find = (side: Side, price: Decimal): BookLevel | undefined =>
    sides[side].find((level) => level.price.units === price.units);

  const write = (next: BookLevel): void => {
    const { side, price } = next;
    const others = sides[side].filter((level) => level.price.units !== price.units);
    const place = others.findIndex((level) => isBetter(side, price, level.price));
    const kept = next.orders.size === 0 ? [] : [next];
    sides[side] = place < 0 ? [...others, ...kept] : others.toSpliced(place, 0, ...kept);
    changed.set(`${side}/${price.units}`, { side, price, at: next.changedAt });
  };

  const change = ({ side, price, updated }: Order, edit: (orders: Map<number, Order>) => void): void => {
    const orders = new Map(find(side, price)?.orders);
    edit(orders);
    write({ side, price, orders, changedAt: updated.ms });
  };

  return {
    put: (order) => change(order, (orders) => orders.set(order.id, order)),
    remove: (order) => change(order, (orders) => orders.delete(order.id)),
    levels: (side) => sides[side],
    takeChanged: () => {
      const taken = [...changed.values()];
      changed.clear();
      return taken.map(
        ({ side, price, at }) => find(side, price) ?? { side, price, orders: new Map(), changedAt: at },
      );
    },
  };
};
