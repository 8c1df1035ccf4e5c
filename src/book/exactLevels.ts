import {
  add,
  compareScaled,
  divide,
  numberOfScaled,
  type Scaled,
  subtract,
  zero,
} from '../codec/scalars/scaled.ts';
import type { BookSide, Sides } from './book.ts';
import { bestFirst, type Texts, type TextsAt } from './ExactLevel.ts';
import { type DecimalText, decimalOf } from './decimalText.ts';
import { levelsOf } from './levelsOf.ts';

/** The best so many levels of a side, best first. */
export function* textsIn(sides: Sides<TextsAt>, side: BookSide, depth: number): Generator<Texts, void> {
  let left = depth;
  // Of several at one double the worse may be beyond the depth.
  for (const there of levelsOf(sides[side], depth)) {
    for (const level of bestFirst(side, there)) {
      if (!(left > 0)) return;
      left -= 1;
      yield level;
    }
  }
}

/** The best level of a side, to the last digit. */
export const bestTextsOf = (sides: Sides<TextsAt>, side: BookSide): Texts | undefined => {
  const [level] = textsIn(sides, side, 1);
  return level;
};

/** All that rests at these levels. */
export const amountOf = (levels: Iterable<Texts>): Scaled => {
  let total = zero;
  for (const { amount } of levels) total = add(total, amount());
  return total;
};

/** The levels at a price and at all better ones; none where it is no price. */
export function* downTo(levels: Iterable<Texts>, side: BookSide, price: DecimalText): Generator<Texts, void> {
  const worst = decimalOf(price);
  if (worst === undefined) return;
  for (const level of levels) {
    const order = compareScaled(level.at(), worst);
    if (side === 'bids' ? order < 0 : order > 0) return;
    yield level;
  }
}

/** What rests at a price: 0 where nothing does. */
export const amountAt = (levels: Iterable<Texts>, side: BookSide, price: DecimalText): Scaled => {
  let last: Texts | undefined;
  for (const level of downTo(levels, side, price)) last = level;
  const at = decimalOf(price);
  return last !== undefined && at !== undefined && compareScaled(last.at(), at) === 0 ? last.amount() : zero;
};

/** How much more is bid than asked, from -1 to 1; `undefined` where nothing is. */
export const imbalanceOf = (bids: Scaled, asks: Scaled): number | undefined => {
  const all = add(bids, asks);
  if (all.units <= 0n) return undefined;
  const more = compareScaled(bids, asks) >= 0;
  const ratio = numberOfScaled(divide(more ? subtract(bids, asks) : subtract(asks, bids), all));
  return more ? ratio : -ratio;
};
