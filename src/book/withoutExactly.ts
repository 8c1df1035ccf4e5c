import { compareScaled, scaled, subtract, textOf } from '../codec/scalars/scaled.ts';
import { rankOf, type Sides } from './book.ts';
import { placeTexts, texts, type TextsAt } from './ExactLevel.ts';
import type { DecimalText } from './decimalText.ts';
import { changeLevel, ladderFrom, type Place, publishLadder } from './ladder.ts';
import { allAt } from './twins.ts';
import { type Grace, isYoung, ordersLeft, type OwnOrder, sideOf } from './without.ts';

/** Of an own order what its part in the book is known by, read exactly: `Quantity` is what remains of it. */
export interface ExactOwnOrder extends Pick<OwnOrder, 'Side' | 'ReceiveTime'> {
  readonly Price: DecimalText;
  readonly Quantity: DecimalText;
}

const less: Place<ExactOwnOrder, TextsAt> = ({ Price, Quantity }, present) => {
  const price = scaled(Price);
  const level = present && allAt(present).find(({ at }) => compareScaled(at, price) === 0);
  if (level === undefined) return present;
  const left = subtract(level.amount, scaled(Quantity));
  const { orders, changedAt } = level;
  const rest = texts(level.price, textOf(left), { orders: ordersLeft(orders), changedAt });
  return placeTexts(rest, present, left.units > 0n);
};

/** As `withoutOrders`, to the last digit: an order is taken off the level of its very price. */
export const withoutExactly = (
  { bids, asks }: Sides<TextsAt>,
  orders: readonly ExactOwnOrder[],
  aged?: Grace,
): Sides<TextsAt> => {
  const ladders = { bids: ladderFrom<TextsAt>(bids), asks: ladderFrom<TextsAt>(asks) };
  for (const order of orders) {
    const side = sideOf(order);
    if (side !== undefined && !isYoung(order, aged))
      changeLevel(ladders[side], rankOf(side, Number(order.Price)), order, less);
  }
  return { bids: publishLadder(ladders.bids), asks: publishLadder(ladders.asks) };
};
