import * as fc from 'fast-check';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import {
  type Audit,
  type Difference,
  differenceKey,
  differences as differencesBy,
  inDoubles,
  type Prices,
  touchedBy,
} from '../../src/book/audit.ts';
import { createBook } from '../../src/book/book.ts';
import { type Level, levelOf } from '../../src/book/Level.ts';
import { bookRow, bookRows, naiveSide } from '../support/books.ts';

const differences = (audit: Audit<Level>) => differencesBy(audit, inDoubles);
const still: Prices = { bids: new Set(), asks: new Set() };
const bookOf = (rows: readonly Level2Row[], depth?: number) => {
  const book = createBook(levelOf);
  book.load(rows, depth);
  return book;
};
const rows = [bookRow(0, 10, 1), bookRow(0, 9, 2), bookRow(1, 11, 3), bookRow(1, 12, 4)];

describe('an audit', () => {
  it('finds nothing where both agree, whatever the orders and times are', () => {
    const answer = rows.map((row) => bookRow(row[9], row[6], row[8], 0, 99));
    expect(differences({ book: bookOf(rows), answer, depth: 500, touched: still })).toEqual([]);
  });

  it('finds a ghost, a level that is missing, and another quantity', () => {
    const answer = [bookRow(0, 10, 1), bookRow(1, 11, 7), bookRow(1, 12, 4), bookRow(1, 13, 5)];
    expect(differences({ book: bookOf(rows), answer, depth: 500, touched: still })).toEqual([
      { side: 'bids', price: 9, kept: 2, told: 0 },
      { side: 'asks', price: 11, kept: 3, told: 7 },
      { side: 'asks', price: 13, kept: 0, told: 5 },
    ]);
  });

  it('asks only of what stood still', () => {
    const answer = [bookRow(0, 10, 1), bookRow(1, 11, 7), bookRow(1, 12, 4)];
    const touched = touchedBy([bookRow(0, 9, 2), bookRow(1, 11, 3)]);
    expect(differences({ book: bookOf(rows), answer, depth: 500, touched })).toEqual([]);
  });

  it('goes no further than an answer that is cut, and to the end with one that is whole', () => {
    const answer = [bookRow(0, 10, 1), bookRow(1, 11, 3)];
    expect(differences({ book: bookOf(rows), answer, depth: 1, touched: still })).toEqual([]);
    expect(differences({ book: bookOf(rows), answer, depth: 2, touched: still })).toHaveLength(2);
  });

  it('goes no further than a book that was cut', () => {
    const answer = [...rows, bookRow(0, 8, 1), bookRow(1, 13, 1)];
    expect(differences({ book: bookOf(rows, 2), answer, depth: 500, touched: still })).toEqual([]);
    expect(differences({ book: bookOf(rows, 3), answer, depth: 500, touched: still })).toHaveLength(2);
  });

  it('takes an empty answer for an empty book, and an empty book for one without levels', () => {
    expect(differences({ book: bookOf(rows), answer: [], depth: 500, touched: still })).toHaveLength(4);
    expect(differences({ book: bookOf([]), answer: rows, depth: 500, touched: still })).toHaveLength(4);
    expect(differences({ book: bookOf([]), answer: [], depth: 500, touched: still })).toEqual([]);
  });

  it('leaves the book and its views as they are', () => {
    const book = bookOf(rows);
    const before = book.sides();
    differences({ book, answer: [], depth: 500, touched: still });
    expect(book.sides()).toEqual(before);
  });

  interface Script {
    readonly frames: readonly (readonly Level2Row[])[];
    /** How many frames were there at the asking, at the answer, and at the look, the first aside. */
    readonly moments: readonly number[];
    readonly window: number;
    readonly depth: number;
  }
  const scripts: fc.Arbitrary<Script> = fc
    .array(bookRows(30), { minLength: 3, maxLength: 12 })
    .chain((frames) =>
      fc.record({
        frames: fc.constant(frames),
        moments: fc
          .tuple(fc.nat(frames.length - 1), fc.nat(frames.length - 1), fc.nat(frames.length - 1))
          .map((moments) => moments.sort((a, b) => a - b)),
        window: fc.integer({ min: 1, max: 20 }),
        depth: fc.integer({ min: 1, max: 20 }),
      }),
    );

  /** The exchange answers when it has sent `answered` frames; the client asks before that and looks after. */
  const audit = (
    { frames, moments, window, depth }: Script,
    lie: readonly Level2Row[] = [],
  ): readonly Difference[] => {
    const [asked = 0, answered = 0, looked = 0] = moments;
    const best = (upTo: number, n: number) =>
      [0, 1].flatMap((side) => naiveSide(frames.slice(0, upTo + 1).flat(), side).slice(0, n));
    const book = bookOf(best(0, window), window);
    frames.slice(1, looked + 1).forEach((frame) => {
      book.apply(frame);
      book.trim(window);
    });
    book.apply(lie);
    const touched = touchedBy(frames.slice(asked + 1, looked + 1).flat());
    return differences({ book, answer: best(answered, depth), depth, touched });
  };

  it('has no false alarm, wherever the answer falls and whatever was cut', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        expect(audit(script)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('finds a ghost at the touch that nobody touches', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const ghost = { side: 'bids', price: 200, kept: 1, told: 0 };
        expect(audit(script, [bookRow(0, 200, 1)])).toEqual([ghost]);
      }),
    );
  });
});

describe('touchedBy', () => {
  it('adds to what was touched before, each side to its own, and leaves that alone', () => {
    const before = touchedBy([bookRow(0, 10, 1), bookRow(2, 5, 1)]);
    const after = touchedBy([bookRow(1, 10, 1, 2), bookRow(0, 9, 0)], before);
    expect(before).toEqual({ bids: new Set([10]), asks: new Set() });
    expect(after).toEqual({ bids: new Set([10, 9]), asks: new Set([10]) });
  });
});

describe('differenceKey', () => {
  it('is that of the level, whatever is told of it', () => {
    const one: Difference = { side: 'bids', price: 10, kept: 1, told: 0 };
    expect(differenceKey({ ...one, kept: 2 })).toBe(differenceKey(one));
    expect(differenceKey({ ...one, side: 'asks' })).not.toBe(differenceKey(one));
    expect(differenceKey({ ...one, price: 11 })).not.toBe(differenceKey(one));
  });
});
