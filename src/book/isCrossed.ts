import type { Best } from './book.ts';
import type { Level } from './Level.ts';

/** How to treat a locked book, whose best bid equals its best ask. */
export interface Locked {
  /** `crossed` treats it as crossed, `fine` as good. @default 'crossed' */
  readonly locked?: 'crossed' | 'fine';
}

/** More than 0, 0 or less than 0 as the first price is above, at or below the second. */
export type ComparePrices<L> = (one: L, other: L) => number;

/** By their doubles. */
export const comparePrices: ComparePrices<Pick<Level, 'price'>> = (one, other) => one.price - other.price;

/** Says whether the best bid is at the best ask or above it: for long, no exchange's book is. */
export const isCrossed = <L>(
  { bid, ask }: Best<L>,
  compare: ComparePrices<L>,
  { locked = 'crossed' }: Locked = {},
): boolean => {
  if (bid === undefined || ask === undefined) return false;
  const order = compare(bid, ask);
  return order > 0 || (order === 0 && locked === 'crossed');
};
