import { isNumeric } from '../json/Digits.ts';
import {
  add,
  compareScaled,
  divide,
  multiply,
  type Scaled,
  scaled,
  subtract,
  zero,
} from '../codec/scalars/scaled.ts';
import type { Texts } from './ExactLevel.ts';

/** A decimal as its text, or as a number, which stands for its shortest text. */
export type DecimalText = string | number;

/** What a taker would get who takes the best levels one after another, exactly, before it becomes the caller's values. */
export interface ScaledFilling {
  readonly vwap?: Scaled;
  readonly worst?: Scaled;
  readonly filled: Scaled;
  readonly value: Scaled;
  readonly isWhole: boolean;
}

const isPositive = (value: Scaled): boolean => value.units > 0n;

const fillingOf = (
  filled: Scaled,
  value: Scaled,
  worst: Scaled | undefined,
  isWhole: boolean,
): ScaledFilling =>
  worst === undefined || !isPositive(filled)
    ? { filled, value, isWhole }
    : { vwap: divide(value, filled), worst, filled, value, isWhole };

/** What of a level is taken by who wants so much more, and what that costs. */
type Take = (level: Texts, left: Scaled) => { readonly quantity: Scaled; readonly cost: Scaled };

const take = (
  levels: Iterable<Texts>,
  wanted: DecimalText,
  { takes, counts }: { readonly takes: Take; readonly counts: 'quantity' | 'cost' },
): ScaledFilling => {
  if (!isNumeric(String(wanted))) return fillingOf(zero, zero, undefined, false);
  let left = scaled(wanted);
  let [filled, value]: readonly [Scaled, Scaled] = [zero, zero];
  let worst: Scaled | undefined;
  if (!isPositive(left)) return fillingOf(zero, zero, undefined, true);
  for (const level of levels) {
    const taken = takes(level, left);
    filled = add(filled, taken.quantity);
    value = add(value, taken.cost);
    worst = level.at;
    left = subtract(left, taken[counts]);
    if (!isPositive(left)) return fillingOf(filled, value, worst, true);
  }
  return fillingOf(filled, value, worst, false);
};

/** What it takes to fill a quantity. 0 or less is filled at once, with nothing; what is no number never is. */
export const fillExactly = (levels: Iterable<Texts>, quantity: DecimalText): ScaledFilling =>
  take(levels, quantity, {
    counts: 'quantity',
    takes: ({ at, amount }, left) => {
      const taken = compareScaled(amount, left) < 0 ? amount : left;
      return { quantity: taken, cost: multiply(taken, at) };
    },
  });

/**
 * What a value buys, or what must be sold for it; of the last level a quotient, to 34 digits. 0 or less is spent at
 * once, on nothing; what is no number never is.
 */
export const spendExactly = (levels: Iterable<Texts>, value: DecimalText): ScaledFilling =>
  take(levels, value, {
    counts: 'cost',
    takes: ({ at, amount }, left) => {
      const cost = multiply(amount, at);
      return compareScaled(cost, left) <= 0
        ? { quantity: amount, cost }
        : { quantity: divide(left, at), cost: left };
    },
  });
