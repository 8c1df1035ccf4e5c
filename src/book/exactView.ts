import { add, multiply, type Scaled, subtract, textOf } from '../codec/scalars/scaled.ts';
import { type Best, best, type BookSide, type Both, type Sides } from './book.ts';
import { createShow, type ExactLevel, type Texts, type TextsAt, type ToValue } from './ExactLevel.ts';
import { amountAt, amountOf, bestTextsOf, downTo, imbalanceOf, textsIn } from './exactLevels.ts';
import type { DecimalText } from './decimalText.ts';
import { fillExactly, type ScaledFilling, spendExactly } from './exactFilling.ts';
import type { TakerSide } from './view.ts';
import { type ExactOwnOrder, withoutExactly } from './withoutExactly.ts';
import type { Grace } from './ownOrder.ts';

/** What a taker would get who takes the best levels one after another, to the last digit. */
export interface ExactFilling<V = string> {
  /** The mean price of what is filled, to 34 digits; absent where nothing is. */
  readonly vwap?: V;
  /** The price of the last level taken; absent where nothing is filled. */
  readonly worst?: V;
  /** How much is bought or sold; exact, but for what a value buys of the last level, which is told to 34 digits. */
  readonly filled: V;
  /** What is paid or got for it, without fees; exact. */
  readonly value: V;
  /** Whether the levels suffice for all that was asked. */
  readonly isWhole: boolean;
}

/**
 * An order book at one moment, for ever, as {@link BookView} is, to the last digit: prices that only digits beyond the
 * 15th tell apart are two levels, in their order. It reckons in whole numbers of any length, so that sums, differences,
 * the mid and what is filled are exact, and makes values of them as of the decimals of the exchange. Where it is asked
 * with a price, a quantity or a value, it takes digits as text, of whatever spelling, or a number, which stands for its
 * shortest text.
 *
 * Values are made when they are asked for, of each level once; `best`, `spread` and `mid` with the view. What makes
 * them may throw: the functions of the view throw that as a `DecodeError`.
 */
export interface ExactBookView<V = string> {
  /** The best bid and the best ask. */
  readonly best: Best<ExactLevel<V>>;
  /** The best ask less the best bid; negative where the book is crossed, absent where a side is empty. */
  readonly spread?: V;
  /** The middle between the best bid and the best ask; absent where a side is empty. */
  readonly mid?: V;
  /** The best so many levels of both sides, best first. */
  readonly top: (n: number) => Both<readonly ExactLevel<V>[]>;
  /** The levels of a side, best first; nothing is read before it is asked for. */
  readonly levels: (side: BookSide) => Iterable<ExactLevel<V>>;
  /** What rests at a price; 0 where nothing does. */
  readonly quantityAt: (side: BookSide, price: DecimalText) => V;
  /** What rests at a price and at all better ones. */
  readonly depthTo: (side: BookSide, price: DecimalText) => V;
  /** What a taker gets who wants a quantity. */
  readonly toFill: (takerSide: TakerSide, quantity: DecimalText) => ExactFilling<V>;
  /** What a taker gets who buys for a value, or sells until a value is got. */
  readonly toSpend: (takerSide: TakerSide, value: DecimalText) => ExactFilling<V>;
  /**
   * How much more is bid than asked among the best so many levels: (bids - asks) / (bids + asks), from -1 to 1; a double,
   * of exact sums. `undefined` where both sides are empty.
   */
  readonly imbalance: (n: number) => number | undefined;
  /**
   * The same book less what it shows of one's own open orders. Orders of other instruments are passed over where they
   * say so, as are stop orders that wait.
   *
   * @param aged Which orders are too young to be in it; without it, every order is subtracted.
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

const takenBy = (takerSide: TakerSide): BookSide => (takerSide === 'Buy' ? 'asks' : 'bids');

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
    top: (n) => ({ bids: [...shown('bids', n)], asks: [...shown('asks', n)] }),
    levels: (side) => shown(side),
    quantityAt: (side, price) => make(amountAt(levels(side), side, price)),
    depthTo: (side, price) => make(amountOf(downTo(levels(side), side, price))),
    toFill: (takerSide, quantity) => fillingOf(fillExactly(levels(takenBy(takerSide)), quantity), make),
    toSpend: (takerSide, value) => fillingOf(spendExactly(levels(takenBy(takerSide)), value), make),
    imbalance: (n) => imbalanceOf(amountOf(levels('bids', n)), amountOf(levels('asks', n))),
    without: (ownOrders, aged) =>
      exactViewOf(withoutExactly(sides, ownOrders, { instrument, aged }), making, depth, instrument),
  };
};
