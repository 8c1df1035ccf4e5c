import type { Level } from './Level.ts';
import { createSum } from './sum.ts';
import { tidy } from './tidy.ts';

/** The result of taking the best levels one after another. */
export interface Filling {
  /** The volume-weighted average price, between the first and the last price taken; absent if nothing is filled. */
  readonly vwap?: number;
  /** The price of the last level taken; absent if nothing is filled. */
  readonly worst?: number;
  /** The quantity bought or sold, exact to 15 digits. */
  readonly filled: number;
  /** The amount paid or received, without fees, to 15 digits. */
  readonly value: number;
  /** Whether the levels are enough for the whole quantity or value. */
  readonly isWhole: boolean;
}

/** The prices of the first and the last level taken. */
interface Prices {
  readonly first: number;
  readonly worst: number;
}

/** A quotient of doubles may lie beside them: who fills at one price is to see that price. */
const between = (mean: number, { first, worst }: Prices): number =>
  Math.min(Math.max(mean, Math.min(first, worst)), Math.max(first, worst));

const fillingOf = (filled: number, value: number, prices: Prices | undefined, isWhole: boolean): Filling =>
  prices === undefined || filled === 0
    ? { filled, value, isWhole }
    : { vwap: between(value / filled, prices), worst: prices.worst, filled, value, isWhole };

/** What it takes to fill a quantity. A quantity of 0 or less is filled at once, with nothing; `NaN` never is. */
export const toFill = (levels: Iterable<Level>, quantity: number): Filling => {
  const filled = createSum();
  const value = createSum();
  let prices: Prices | undefined;
  if (!(quantity > 0)) return fillingOf(0, 0, undefined, quantity <= 0);
  for (const { price, quantity: there } of levels) {
    const left = tidy(quantity - filled.total(), quantity);
    const taken = Math.min(there, left);
    filled.add(taken);
    value.add(taken * price);
    prices = { first: prices?.first ?? price, worst: price };
    if (taken === left) return fillingOf(quantity, value.total(), prices, true);
  }
  return fillingOf(filled.total(), value.total(), prices, false);
};

/**
 * What a value buys, or what must be sold for it. A value of 0 or less is spent at once, on nothing; `NaN`
 * never is.
 */
export const toSpend = (levels: Iterable<Level>, value: number): Filling => {
  const filled = createSum();
  const spent = createSum();
  let prices: Prices | undefined;
  if (!(value > 0)) return fillingOf(0, 0, undefined, value <= 0);
  for (const { price, quantity: there } of levels) {
    const left = tidy(value - spent.total(), value);
    const cost = tidy(there * price);
    filled.add(cost > left ? left / price : there);
    spent.add(Math.min(cost, left));
    prices = { first: prices?.first ?? price, worst: price };
    if (cost >= left) return fillingOf(filled.total(), value, prices, true);
  }
  return fillingOf(filled.total(), spent.total(), prices, false);
};
