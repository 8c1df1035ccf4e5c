import type { BookSide } from './book.ts';
import { type DecimalText, decimalOf } from './decimalText.ts';

/** The side of a taker: `Buy` takes the asks, `Sell` takes the bids. */
export type TakerSide = 'Buy' | 'Sell';

/** What was found in plain JavaScript, where a compiler would have refused it. */
const refuse = (expected: string, found: unknown): never => {
  const shown = typeof found === 'object' && found !== null ? 'an object' : String(found);
  throw new RangeError(`${expected}, not ${shown}.`);
};

const isSide = (u: unknown): u is BookSide => u === 'bids' || u === 'asks';

/**
 * The side of a book that is asked about.
 *
 * @throws RangeError if it is neither, such as `bid`.
 */
export const sideAsked = (side: BookSide): BookSide =>
  isSide(side) ? side : refuse("A side of a book is 'bids' or 'asks'", side);

const takes: ReadonlyMap<unknown, BookSide> = new Map([
  ['Buy', 'asks'],
  ['Sell', 'bids'],
]);

/**
 * The side of a book that a taker takes from.
 *
 * @throws RangeError if it is neither `Buy` nor `Sell`: the other side would be a price, too, and the wrong one.
 */
export const takenBy = (takerSide: TakerSide): BookSide =>
  takes.get(takerSide) ?? refuse("A taker's side is 'Buy' or 'Sell'", takerSide);

const isNumber = (u: unknown): boolean => typeof u === 'number' && !Number.isNaN(u);

/**
 * How many levels are asked for; none of 0 or less.
 *
 * @throws RangeError if it is no whole number and not endless.
 */
export const countAsked = (count: number): number =>
  isNumber(count) && (Number.isInteger(count) || !Number.isFinite(count))
    ? count
    : refuse('A number of levels is a whole number or Infinity', count);

/**
 * A price, quantity or value that is asked about.
 *
 * @param what What it is, at the beginning of a sentence.
 * @throws RangeError if it is `NaN` or no number, as a text is none here: it would be at no level.
 */
export const numberAsked = (what: string, value: number): number =>
  isNumber(value) ? value : refuse(`${what} is a number`, value);

/**
 * The same, for what is exact.
 *
 * @throws RangeError if it is neither a number nor the text of one.
 */
export const decimalAsked = (what: string, value: DecimalText): DecimalText =>
  (typeof value === 'number' || typeof value === 'string') && decimalOf(value) !== undefined
    ? value
    : refuse(`${what} is a decimal, as a text or a number`, value);
