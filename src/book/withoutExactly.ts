import { compareScaled, type Scaled, scaled, subtract, textOf } from '../codec/scalars/scaled.ts';
import { rankOf, type Sides } from './book.ts';
import type { DecimalText } from './decimalText.ts';
import { placeTexts, texts, type TextsAt } from './ExactLevel.ts';
import { changeLevel, ladderFrom, type Place, publishLadder } from './ladder.ts';
import { ordersLeft, type Resting, sideOf, type Within } from './ownOrder.ts';
import { allAt } from './twins.ts';

/** The fields of your own order that locate it in the book, as in {@link OwnOrder}, with exact decimals. */
export interface ExactOwnOrder extends Resting {
  readonly Price: DecimalText;
  readonly Quantity: DecimalText;
  readonly DisplayQuantity?: DecimalText | undefined;
}

/** As in the plain book. */
const shownOf = ({ Quantity, DisplayQuantity = 0 }: ExactOwnOrder): Scaled => {
  const [all, part] = [scaled(Quantity), scaled(DisplayQuantity)];
  return part.units > 0n && compareScaled(part, all) < 0 ? part : all;
};

const less: Place<ExactOwnOrder, TextsAt> = (order, present) => {
  const price = scaled(order.Price);
  const level = present && allAt(present).find(({ at }) => compareScaled(at(), price) === 0);
  if (level === undefined) return present;
  const left = subtract(level.amount(), shownOf(order));
  const rest = texts(level.price, textOf(left), { ...level, orders: ordersLeft(level.orders) });
  return placeTexts(rest, present, left.units > 0n);
};

/** As `withoutOrders`, to the last digit: an order is taken off the level of its very price. */
export const withoutExactly = (
  { bids, asks }: Sides<TextsAt>,
  orders: readonly ExactOwnOrder[],
  within: Within = {},
): Sides<TextsAt> => {
  const ladders = { bids: ladderFrom<TextsAt>(bids), asks: ladderFrom<TextsAt>(asks) };
  for (const order of orders) {
    const side = sideOf(order, within);
    if (side !== undefined) changeLevel(ladders[side], rankOf(side, Number(order.Price)), order, less);
  }
  return { bids: publishLadder(ladders.bids), asks: publishLadder(ladders.asks) };
};
