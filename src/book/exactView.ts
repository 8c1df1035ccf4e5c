import { type Best, best, type BookSide, type Both, rankOf, type Sides } from './book.ts';
import type { ExactLevel } from './ExactLevel.ts';
import { bestOf, levelsOf } from './levelsOf.ts';

/** A book at one moment, to the last digit; it never changes. Prices are asked for as the doubles nearest to them. */
export interface ExactBookView<V> {
  /** The best bid and the best ask. */
  readonly best: Best<ExactLevel<V>>;
  /** The best so many levels of both sides, best first. */
  readonly top: (n: number) => Both<readonly ExactLevel<V>[]>;
  /** The levels of a side, best first; nothing is read before it is asked for. */
  readonly levels: (side: BookSide) => Iterable<ExactLevel<V>>;
  /** What rests at a price; `undefined` where nothing does. */
  readonly quantityAt: (side: BookSide, price: number) => V | undefined;
  /** What rests at a price and at all better ones, added up by the caller's `add`; `undefined` where nothing does. */
  readonly depthTo: (side: BookSide, price: number, add: (a: V, b: V) => V) => V | undefined;
}

/**
 * The view of a book that was read exactly.
 *
 * @param depth How many levels a side it shows. @default all
 */
export const exactViewOf = <V>(sides: Sides<ExactLevel<V>>, depth = Infinity): ExactBookView<V> => {
  const levels = (side: BookSide, n = depth): Iterable<ExactLevel<V>> =>
    levelsOf(sides[side], Math.min(n, depth));
  const downTo = (side: BookSide, price: number): readonly ExactLevel<V>[] =>
    [...levels(side)].filter(({ at }) => rankOf(side, at) >= rankOf(side, price));
  return {
    best: best(bestOf(sides.bids), bestOf(sides.asks)),
    top: (n) => ({ bids: [...levels('bids', n)], asks: [...levels('asks', n)] }),
    levels: (side) => levels(side),
    quantityAt: (side, price) => downTo(side, price).find(({ at }) => at === price)?.quantity,
    depthTo: (side, price, add) => {
      const [first, ...others] = downTo(side, price).map(({ quantity }) => quantity);
      return first === undefined ? undefined : others.reduce(add, first);
    },
  };
};
