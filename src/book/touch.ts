import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { type Best, best, type Book, createBook } from './book.ts';
import { isGone } from './isGone.ts';
import type { Level } from './Level.ts';

/** The best price of a side, and what rests there. */
export type TouchLevel = Pick<Level, 'price' | 'quantity'>;

/** The best bid and the best ask as they change, and no views. */
export interface Touch extends Pick<Book<number>, 'load' | 'apply' | 'trim'> {
  /** The best bid and the best ask now; the key of a side without levels is absent. */
  readonly best: () => Best<TouchLevel>;
}

const quantityOf = (row: Level2Row): number | undefined =>
  isGone(row) ? undefined : Number(row[Level2Column.Quantity]);

/**
 * Makes a touch: a book of quantities alone that never publishes, so that it copies nothing, makes nothing for a row,
 * and costs half of a book with a view a frame.
 */
export const createTouch = (): Touch => {
  const { load, apply, trim, best: quantities, bestPrices } = createBook(quantityOf);
  return {
    load,
    apply,
    trim,
    best: () => {
      const { bid, ask } = quantities();
      const prices = bestPrices();
      return best(
        bid === undefined ? undefined : { price: prices.bids, quantity: bid },
        ask === undefined ? undefined : { price: prices.asks, quantity: ask },
      );
    },
  };
};
