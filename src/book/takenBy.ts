import type { BookSide } from './book.ts';

/** The side of a taker: `Buy` takes the asks, `Sell` takes the bids. */
export type TakerSide = 'Buy' | 'Sell';

const sides: Readonly<Partial<Record<string, BookSide>>> = { Buy: 'asks', Sell: 'bids' };

/**
 * The side of a book that a taker takes from.
 *
 * @throws RangeError if it is neither `Buy` nor `Sell`, as it may be in plain JavaScript: the other side would be a price,
 *   too, and the wrong one.
 */
export const takenBy = (takerSide: TakerSide): BookSide => {
  const side = sides[takerSide];
  if (side !== undefined) return side;
  throw new RangeError(`A taker's side is 'Buy' or 'Sell', not ${takerSide}.`);
};
