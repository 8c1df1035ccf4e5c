import { differences, touchedBy } from '../../../src/book/audit.ts';
import type { Sides } from '../../../src/book/book.ts';
import type { TextsAt } from '../../../src/book/ExactLevel.ts';
import { bestTextsOf } from '../../../src/book/exactLevels.ts';
import type { Level2Row } from '../../../src/codec/records/Level2Row.ts';
import { exact } from '../../../src/exact.ts';
import { exactBookBy } from '../../../src/market/book/exactBook.ts';
import { applyRows, beginBook } from '../../../src/topics/keptBook.ts';
import { SubscribeLevel2 } from '../../../src/topics/SubscribeLevel2.ts';
import { exactRow } from '../../support/books.ts';

const reading = exactBookBy(exact(SubscribeLevel2).reading);
const window = { Depth: 2 };

/** The book of a snapshot, and what it takes in, with a window of two levels. */
const bookOf = (...rows: readonly Level2Row[]) => {
  const state = beginBook(rows, window);
  const book = reading.newest(state);
  if (book === undefined) throw new Error('it is read exactly');
  return { book, take: (...frame: readonly Level2Row[]) => void applyRows(state, frame, window) };
};

const bestPrices = (sides: Sides<TextsAt>) => [
  bestTextsOf(sides, 'bids')?.price,
  bestTextsOf(sides, 'asks')?.price,
];

describe('an exact book', () => {
  it('is that of the topic, to the last digit, what was taken of it for ever', () => {
    const { book, take } = bookOf(exactRow(0, '9.10', '1'), exactRow(1, '9.20', '1'));
    const first = book.sides();
    take(exactRow(0, '9.11', '1'), exactRow(0, '9.12', '1'));
    const second = book.sides();
    take(exactRow(0, '9.12', '0'), exactRow(0, '9.11', '0'));
    // What left the window is gone.
    expect([first, second, book.sides()].map(bestPrices)).toEqual([
      ['9.10', '9.20'],
      ['9.12', '9.20'],
      [undefined, '9.20'],
    ]);
  });

  it('is crossed by its digits, not by doubles', () => {
    const best = (bid: string, ask: string) => {
      const { bid: ours, ask: theirs } = bookOf(exactRow(0, bid, '1'), exactRow(1, ask, '1')).book.best();
      if (ours === undefined || theirs === undefined) throw new Error('there are both');
      return Math.sign(reading.compare(ours, theirs));
    };
    expect(best('0.1', '0.10000000000000001')).toBe(-1);
    expect(best('0.10000000000000001', '0.1')).toBe(1);
    expect(best('0.10', '0.1')).toBe(0);
  });

  it('differs from an answer by its digits', () => {
    const { book } = bookOf(exactRow(0, '9.10', '0.1'), exactRow(1, '9.20', '1'));
    const found = (...answer: readonly Level2Row[]) =>
      differences({ book, answer, depth: 500, touched: touchedBy([]) }, reading.audit);
    expect(found(exactRow(0, '9.1', '0.10'), exactRow(1, '9.200', '1.0'))).toEqual([]);
    expect(found(exactRow(0, '9.1', '0.10000000000000001'), exactRow(1, '9.2', '1'))).toEqual([
      { side: 'bids', price: '9.1', kept: '0.1', told: '0.10000000000000001' },
    ]);
  });
});
