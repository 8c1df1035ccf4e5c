import type { Order } from '../codec/records/Order.ts';
import { type BookSide, rankOf, type Sides } from './book.ts';
import { changeLevel, type Ladder, ladderFrom, type Place, publishLadder } from './ladder.ts';
import type { Level } from './Level.ts';
import { tidy } from './tidy.ts';

/** Of an own order what its part in the book is known by: `Quantity` is what remains of it. */
export type OwnOrder = Pick<Order, 'Side' | 'Price' | 'Quantity'> & Partial<Pick<Order, 'ReceiveTime'>>;

/** Which own orders the public book may not show yet. */
export interface Grace {
  /** The present time, on the exchange's clock, in milliseconds since 1970. */
  readonly now: number;
  /** Orders received less than so many milliseconds ago are not subtracted. */
  readonly grace: number;
}

const bookSides: Readonly<Record<string, BookSide>> = { Buy: 'bids', Sell: 'asks' };

/** On which side of the book an order stands; those of other kinds are in none. */
export const sideOf = ({ Side }: Pick<OwnOrder, 'Side'>): BookSide | undefined => bookSides[Side];

/** Says whether the public book may not show an order yet. */
export const isYoung = ({ ReceiveTime = -Infinity }: Pick<OwnOrder, 'ReceiveTime'>, aged?: Grace): boolean =>
  aged !== undefined && aged.now - ReceiveTime < aged.grace;

/** How many orders remain at a level where something of it does; a venue that counts none says 0 for all. */
export const ordersLeft = (orders: number): number => Math.max(orders - 1, Math.min(orders, 1));

const less: Place<OwnOrder, Level> = ({ Quantity }, level) => {
  if (level === undefined) return undefined;
  const quantity = tidy(level.quantity - Number(Quantity), level.quantity);
  const orders = ordersLeft(level.orders);
  return quantity > 0 ? Object.freeze({ ...level, quantity, orders }) : undefined;
};

/**
 * The same book less one's own orders: what remains of each is taken off its level, and a level that is left with
 * nothing is gone. An order whose level the book does not show changes nothing.
 *
 * @param aged Without it, every order is subtracted.
 */
export const withoutOrders = (
  { bids, asks }: Sides<Level>,
  orders: readonly OwnOrder[],
  aged?: Grace,
): Sides<Level> => {
  const ladders = { bids: ladderFrom(bids), asks: ladderFrom(asks) } satisfies Record<
    BookSide,
    Ladder<Level>
  >;
  for (const order of orders) {
    const side = sideOf(order);
    if (side !== undefined && !isYoung(order, aged))
      changeLevel(ladders[side], rankOf(side, Number(order.Price)), order, less);
  }
  return { bids: publishLadder(ladders.bids), asks: publishLadder(ladders.asks) };
};
