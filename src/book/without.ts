import { rankOf, type Sides } from './book.ts';
import { changeLevel, ladderFrom, type Place, publishLadder } from './ladder.ts';
import type { Level } from './Level.ts';
import { ordersLeft, type OwnOrder, sideOf, type Within } from './ownOrder.ts';
import { tidy } from './tidy.ts';

/** What the book shows of an order: of one that shows a part, no more than that. Some venues tell a part of 0 of all. */
const shownOf = ({ Quantity, DisplayQuantity = 0 }: OwnOrder): number => {
  const [all, part] = [Number(Quantity), Number(DisplayQuantity)];
  return part > 0 ? Math.min(part, all) : all;
};

const less: Place<OwnOrder, Level> = (order, level) => {
  if (level === undefined) return undefined;
  const quantity = tidy(level.quantity - shownOf(order), level.quantity);
  const orders = ordersLeft(level.orders);
  return quantity > 0 ? { ...level, quantity, orders } : undefined;
};

/**
 * The same book less one's own orders: what is shown of each is taken off its level, and a level that is left with
 * nothing is gone. An order whose level the book does not show changes nothing.
 */
export const withoutOrders = (
  { bids, asks }: Sides<Level>,
  orders: readonly OwnOrder[],
  within: Within = {},
): Sides<Level> => {
  const ladders = { bids: ladderFrom(bids), asks: ladderFrom(asks) };
  for (const order of orders) {
    const side = sideOf(order, within);
    if (side !== undefined) changeLevel(ladders[side], rankOf(side, Number(order.Price)), order, less);
  }
  return { bids: publishLadder(ladders.bids), asks: publishLadder(ladders.asks) };
};
