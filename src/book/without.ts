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

const less: Place<OwnOrder, Level> = ({ Quantity }, level) => {
  if (level === undefined) return undefined;
  const quantity = tidy(level.quantity - Number(Quantity), level.quantity);
  // A venue that counts no orders says 0 for all; where something remains, so does an order.
  const orders = Math.max(level.orders - 1, Math.min(level.orders, 1));
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
  const isYoung = ({ ReceiveTime = -Infinity }: OwnOrder): boolean =>
    aged !== undefined && aged.now - ReceiveTime < aged.grace;
  for (const order of orders) {
    const side = bookSides[order.Side];
    if (side !== undefined && !isYoung(order))
      changeLevel(ladders[side], rankOf(side, Number(order.Price)), order, less);
  }
  return { bids: publishLadder(ladders.bids), asks: publishLadder(ladders.asks) };
};
