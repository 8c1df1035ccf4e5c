import { countAsked, numberAsked, sideAsked, takenBy, type TakerSide } from './asked.ts';
import { type Best, best, type BookSide, type Both, rankOf, type Sides } from './book.ts';
import { type Filling, toFill, toSpend } from './filling.ts';
import { type Level, shownLevel } from './Level.ts';
import { bestOf, levelAt, levelsOf, rankAtDepth } from './levelsOf.ts';
import { createSum } from './sum.ts';
import { tidy } from './tidy.ts';
import type { Grace, OwnOrder } from './ownOrder.ts';
import { withoutOrders } from './without.ts';

/**
 * A snapshot of an order book. It never changes, so a view that you keep stays consistent. Keys without a value are
 * absent. Prices and quantities are doubles. Sums, differences and the mid are rounded to 15 digits, so that they equal
 * the decimal result. You can destructure the functions and call them without the view.
 *
 * A function throws a `RangeError` if it is asked what cannot be meant: a side that is none, a number that is `NaN` or a
 * text, a number of levels that is not whole. Of 0 levels or fewer there are none.
 */
export interface BookView {
  /** The best bid and the best ask. */
  readonly best: Best<Level>;
  /** The best ask minus the best bid; negative if the book is crossed, absent if a side is empty. */
  readonly spread?: number;
  /** The mid price between the best bid and the best ask; absent if a side is empty. */
  readonly mid?: number;
  /** The best `n` levels of both sides, best first. */
  readonly top: (n: number) => Both<readonly Level[]>;
  /** The levels of a side, best first, read lazily. */
  readonly levels: (side: BookSide) => Iterable<Level>;
  /** The quantity at a price; 0 if there is no level. */
  readonly quantityAt: (side: BookSide, price: number) => number;
  /** The total quantity at a price and all better ones. */
  readonly depthTo: (side: BookSide, price: number) => number;
  /** The result for a taker who buys or sells a quantity. */
  readonly toFill: (takerSide: TakerSide, quantity: number) => Filling;
  /** The result for a taker who buys for a value, or sells until a value is received. */
  readonly toSpend: (takerSide: TakerSide, value: number) => Filling;
  /**
   * The imbalance of the best `n` levels: (bids - asks) / (bids + asks), from -1 to 1. `undefined` if both sides are
   * empty.
   */
  readonly imbalance: (n: number) => number | undefined;
  /**
   * The same book minus the visible quantity of your own open orders. It ignores orders that name another instrument,
   * and stop orders that have not triggered.
   *
   * @param aged Which orders are too new to be in the book; without it, every order is subtracted.
   */
  readonly without: (ownOrders: readonly OwnOrder[], aged?: Grace) => BookView;
}

type Writable<A> = { -readonly [K in keyof A]: A[K] };

function* shownOf(levels: Iterable<Level>): Generator<Level, void> {
  for (const level of levels) yield shownLevel(level);
}

const quantityOf = (levels: Iterable<Level>): number => {
  const sum = createSum();
  for (const { quantity } of levels) sum.add(quantity);
  return sum.total();
};

function* downTo(levels: Iterable<Level>, side: BookSide, price: number): Generator<Level, void> {
  const worst = rankOf(side, price);
  for (const level of levels) {
    if (!(rankOf(side, level.price) >= worst)) return;
    yield level;
  }
}

const imbalanceOf = (bids: number, asks: number): number | undefined =>
  bids + asks > 0 ? (bids - asks) / (bids + asks) : undefined;

/** Sets what two prices have between them; a spread in the literal would cost a hundred times as much. */
const setPrices = (view: Writable<BookView>): BookView => {
  const { bid, ask } = view.best;
  if (bid === undefined || ask === undefined) return view;
  const scale = Math.max(Math.abs(bid.price), Math.abs(ask.price));
  view.spread = tidy(ask.price - bid.price, scale);
  view.mid = tidy((bid.price + ask.price) / 2, scale);
  return view;
};

/**
 * The view of a book.
 *
 * @param depth How many levels a side it shows: for all its functions there are no others. @default all
 * @param instrument The instrument that it is of, to tell own orders apart.
 */
export const viewOf = (sides: Sides<Level>, depth = Infinity, instrument?: number): BookView => {
  const levels = (side: BookSide, n = depth): Iterable<Level> => levelsOf(sides[side], Math.min(n, depth));
  const top = (side: BookSide, n: number): readonly Level[] => Array.from(levels(side, n), shownLevel);
  const bid = bestOf(sides.bids);
  const ask = bestOf(sides.asks);
  return setPrices({
    best: best(bid && shownLevel(bid), ask && shownLevel(ask)),
    top: (n) => {
      const count = countAsked(n);
      return { bids: top('bids', count), asks: top('asks', count) };
    },
    levels: (side) => {
      const all = levels(sideAsked(side));
      return { [Symbol.iterator]: () => shownOf(all) };
    },
    quantityAt: (side, price) => {
      const chunks = sides[sideAsked(side)];
      const rank = rankOf(side, numberAsked('A price', price));
      const isShown = depth === Infinity || rank >= rankAtDepth(chunks, depth);
      return (isShown ? levelAt(chunks, rank)?.quantity : undefined) ?? 0;
    },
    depthTo: (side, price) =>
      quantityOf(downTo(levels(sideAsked(side)), side, numberAsked('A price', price))),
    toFill: (takerSide, quantity) => toFill(levels(takenBy(takerSide)), numberAsked('A quantity', quantity)),
    toSpend: (takerSide, value) => toSpend(levels(takenBy(takerSide)), numberAsked('A value', value)),
    imbalance: (n) => {
      const count = countAsked(n);
      return imbalanceOf(quantityOf(levels('bids', count)), quantityOf(levels('asks', count)));
    },
    without: (ownOrders, aged) =>
      viewOf(withoutOrders(sides, ownOrders, { instrument, aged }), depth, instrument),
  });
};
