import { add, multiply, type Scaled, subtract, textOf } from '../codec/scalars/scaled.ts';
import { countAsked, decimalAsked, sideAsked, takenBy, type TakerSide } from './asked.ts';
import { type Best, best, type BookSide, type Both, type Sides } from './book.ts';
import { createShow, type ExactLevel, type Texts, type TextsAt, type ToValue } from './ExactLevel.ts';
import { amountAt, amountOf, bestTextsOf, downTo, imbalanceOf, textsIn } from './exactLevels.ts';
import type { DecimalText } from './decimalText.ts';
import { fillExactly, type ScaledFilling, spendExactly } from './exactFilling.ts';
import { type ExactOwnOrder, withoutExactly } from './withoutExactly.ts';
import type { Grace } from './ownOrder.ts';

/** The result of taking the best levels one after another, in exact decimals. */
export interface ExactFilling<V = string> {
  /** The volume-weighted average price of the filled part, to 34 digits; absent if nothing is filled. */
  readonly vwap?: V;
  /** The price of the last level taken; absent if nothing is filled. */
  readonly worst?: V;
  /**
   * The quantity bought or sold. It is exact, except for a part of the last level bought by value: that has 34 digits.
   */
  readonly filled: V;
  /** The amount paid or received, without fees; exact. */
  readonly value: V;
  /** Whether the levels are enough for the whole quantity or value. */
  readonly isWhole: boolean;
}

/**
 * A snapshot of an order book like {@link BookView}, in exact decimals. Prices that differ only beyond the 15th digit
 * are two levels, in their order. All arithmetic uses integers of any length: sums, differences, the mid and fills are
 * exact. Arguments for prices, quantities and values are decimals as text, in any notation, or numbers. A number is
 * read as its shortest decimal text.
 *
 * Values are made with the `toValue` of the topic: `best`, `spread` and `mid` with the view, all others when you ask
 * for them, once per level. If `toValue` throws, the functions of the view throw it as a `DecodeError`. They throw a
 * `RangeError` if they are asked what cannot be meant, as those of a {@link BookView} do; a text that is no decimal is such.
 */
export interface ExactBookView<V = string> {
  /** The best bid and the best ask. */
  readonly best: Best<ExactLevel<V>>;
  /** The best ask minus the best bid; negative if the book is crossed, absent if a side is empty. */
  readonly spread?: V;
  /** The mid price between the best bid and the best ask; absent if a side is empty. */
  readonly mid?: V;
  /** The best `n` levels of both sides, best first. */
  readonly top: (n: number) => Both<readonly ExactLevel<V>[]>;
  /** The levels of a side, best first, read lazily. */
  readonly levels: (side: BookSide) => Iterable<ExactLevel<V>>;
  /** The quantity at a price; 0 if there is no level. */
  readonly quantityAt: (side: BookSide, price: DecimalText) => V;
  /** The total quantity at a price and all better ones. */
  readonly depthTo: (side: BookSide, price: DecimalText) => V;
  /** The result for a taker who buys or sells a quantity. */
  readonly toFill: (takerSide: TakerSide, quantity: DecimalText) => ExactFilling<V>;
  /** The result for a taker who buys for a value, or sells until a value is received. */
  readonly toSpend: (takerSide: TakerSide, value: DecimalText) => ExactFilling<V>;
  /**
   * The imbalance of the best `n` levels: (bids - asks) / (bids + asks), from -1 to 1. It is a double, computed from
   * exact sums, and `undefined` if both sides are empty.
   */
  readonly imbalance: (n: number) => number | undefined;
  /**
   * The same book minus the visible quantity of your own open orders. It ignores orders that name another instrument,
   * and stop orders that have not triggered.
   *
   * @param aged Which orders are too new to be in the book; without it, every order is subtracted.
   */
  readonly without: (ownOrders: readonly ExactOwnOrder[], aged?: Grace) => ExactBookView<V>;
}

function* shownOf<V>(
  levels: Iterable<Texts>,
  show: (level: Texts) => ExactLevel<V>,
): Generator<ExactLevel<V>, void> {
  for (const level of levels) yield show(level);
}

const half: Scaled = { units: 5n, scale: 1 };

/** What two prices have between them. */
const betweenOf = <V>(
  bid: Texts | undefined,
  ask: Texts | undefined,
  value: (decimal: Scaled) => V,
): Pick<ExactBookView<V>, 'spread' | 'mid'> =>
  bid === undefined || ask === undefined
    ? {}
    : { spread: value(subtract(ask.at(), bid.at())), mid: value(multiply(add(bid.at(), ask.at()), half)) };

const fillingOf = <V>(
  { vwap, worst, filled, value, isWhole }: ScaledFilling,
  make: (decimal: Scaled) => V,
): ExactFilling<V> => ({
  ...(vwap !== undefined && { vwap: make(vwap) }),
  ...(worst !== undefined && { worst: make(worst) }),
  filled: make(filled),
  value: make(value),
  isWhole,
});

/** How values are made: of texts, and of levels once each. */
export interface Making<V> {
  readonly toValue: ToValue<V>;
  readonly show: (level: Texts) => ExactLevel<V>;
}

/** Values by a function. */
export const makingOf = <V>(toValue: ToValue<V>): Making<V> => ({ toValue, show: createShow(toValue) });

/**
 * The view of a book that was read exactly.
 *
 * @param depth How many levels a side it shows: for all its functions there are no others. @default all
 * @param instrument The instrument that it is of, to tell own orders apart.
 */
export const exactViewOf = <V>(
  sides: Sides<TextsAt>,
  making: Making<V>,
  depth = Infinity,
  instrument?: number,
): ExactBookView<V> => {
  const { toValue, show } = making;
  const make = (decimal: Scaled): V => toValue(textOf(decimal));
  const levels = (side: BookSide, n = depth): Iterable<Texts> => textsIn(sides, side, Math.min(n, depth));
  const shown = (side: BookSide, n = depth): Iterable<ExactLevel<V>> => ({
    [Symbol.iterator]: () => shownOf(levels(side, n), show),
  });
  const [bid, ask] = [bestTextsOf(sides, 'bids'), bestTextsOf(sides, 'asks')];
  return {
    best: best(bid && show(bid), ask && show(ask)),
    ...betweenOf(bid, ask, make),
    top: (n) => {
      const count = countAsked(n);
      return { bids: [...shown('bids', count)], asks: [...shown('asks', count)] };
    },
    levels: (side) => shown(sideAsked(side)),
    quantityAt: (side, price) =>
      make(amountAt(levels(sideAsked(side)), side, decimalAsked('A price', price))),
    depthTo: (side, price) =>
      make(amountOf(downTo(levels(sideAsked(side)), side, decimalAsked('A price', price)))),
    toFill: (takerSide, quantity) =>
      fillingOf(fillExactly(levels(takenBy(takerSide)), decimalAsked('A quantity', quantity)), make),
    toSpend: (takerSide, value) =>
      fillingOf(spendExactly(levels(takenBy(takerSide)), decimalAsked('A value', value)), make),
    imbalance: (n) => {
      const count = countAsked(n);
      return imbalanceOf(amountOf(levels('bids', count)), amountOf(levels('asks', count)));
    },
    without: (ownOrders, aged) =>
      exactViewOf(withoutExactly(sides, ownOrders, { instrument, aged }), making, depth, instrument),
  };
};
