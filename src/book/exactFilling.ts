import {
  add,
  compareScaled,
  divide,
  multiply,
  type Scaled,
  subtract,
  zero,
} from '../codec/scalars/scaled.ts';
import { type DecimalText, decimalOf } from './decimalText.ts';
import type { Texts } from './ExactLevel.ts';

/** What a taker would get who takes the best levels one after another, exactly, before it becomes the caller's values. */
export interface ScaledFilling {
  readonly vwap?: Scaled;
  readonly worst?: Scaled;
  readonly filled: Scaled;
  readonly value: Scaled;
  readonly isWhole: boolean;
}

const isPositive = (value: Scaled): boolean => value.units > 0n;

/** The prices of the first and the last level taken. */
interface Prices {
  readonly first: Scaled;
  readonly worst: Scaled;
}

/** A quotient of 34 digits may lie beside them: who fills at one price is to see that price. */
const between = (mean: Scaled, { first, worst }: Prices): Scaled => {
  const [low, high] = compareScaled(first, worst) <= 0 ? [first, worst] : [worst, first];
  if (compareScaled(mean, low) < 0) return low;
  return compareScaled(mean, high) > 0 ? high : mean;
};

const fillingOf = (
  filled: Scaled,
  value: Scaled,
  prices: Prices | undefined,
  isWhole: boolean,
): ScaledFilling =>
  prices === undefined || !isPositive(filled)
    ? { filled, value, isWhole }
    : { vwap: between(divide(value, filled), prices), worst: prices.worst, filled, value, isWhole };

/** What of a level is taken by who wants so much more, and what that costs. */
type Take = (level: Texts, left: Scaled) => { readonly quantity: Scaled; readonly cost: Scaled };

const take = (
  levels: Iterable<Texts>,
  wanted: DecimalText,
  { takes, counts }: { readonly takes: Take; readonly counts: 'quantity' | 'cost' },
): ScaledFilling => {
  let left = decimalOf(wanted);
  if (left === undefined) return fillingOf(zero, zero, undefined, false);
  let [filled, value]: readonly [Scaled, Scaled] = [zero, zero];
  let prices: Prices | undefined;
  if (!isPositive(left)) return fillingOf(zero, zero, undefined, true);
  for (const level of levels) {
    const taken = takes(level, left);
    filled = add(filled, taken.quantity);
    value = add(value, taken.cost);
    prices = { first: prices?.first ?? level.at(), worst: level.at() };
    left = subtract(left, taken[counts]);
    if (!isPositive(left)) return fillingOf(filled, value, prices, true);
  }
  return fillingOf(filled, value, prices, false);
};

/** What it takes to fill a quantity. 0 or less is filled at once, with nothing; what is no number never is. */
export const fillExactly = (levels: Iterable<Texts>, quantity: DecimalText): ScaledFilling =>
  take(levels, quantity, {
    counts: 'quantity',
    takes: ({ at, amount }, left) => {
      const taken = compareScaled(amount(), left) < 0 ? amount() : left;
      return { quantity: taken, cost: multiply(taken, at()) };
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
      const cost = multiply(amount(), at());
      return compareScaled(cost, left) <= 0
        ? { quantity: amount(), cost }
        : { quantity: divide(left, at()), cost: left };
    },
  });
