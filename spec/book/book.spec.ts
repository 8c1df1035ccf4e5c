import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { best, createBook, rankOf, type Sides } from '../../src/book/book.ts';
import { type Level, levelOf } from '../../src/book/Level.ts';
import { levelsOf } from '../../src/book/levelsOf.ts';
import { bookRow, bookRows, naiveLevels } from '../support/books.ts';

const told = ({ bids, asks }: Sides<Level>) => ({
  bids: [...levelsOf(bids, Infinity)],
  asks: [...levelsOf(asks, Infinity)],
});
const naive = (rows: readonly Level2Row[]) => ({ bids: naiveLevels(rows, 0), asks: naiveLevels(rows, 1) });
const unknownIn = (rows: readonly Level2Row[]) => rows.filter((row) => row[9] > 1).length;

/** What a book has told after each frame, read when all is over, beside what it should have told. */
const follow = (first: readonly Level2Row[], frames: readonly (readonly Level2Row[])[]) => {
  const book = createBook(levelOf);
  const rows: Level2Row[] = [];
  const steps = [first, ...frames].map((frame, index) => {
    const take = index === 0 ? 'load' : 'apply';
    const unknown = book[take](frame);
    rows.push(...frame);
    const was = { ...naive(rows), unknown: unknownIn(frame) };
    return { sides: book.sides(), unknown, best: book.best(), was };
  });
  return {
    told: steps.map(({ sides, ...rest }) => ({ ...told(sides), unknown: rest.unknown, best: rest.best })),
    expected: steps.map(({ was: { bids, asks, unknown } }) => ({
      bids,
      asks,
      unknown,
      best: best(bids[0], asks[0]),
    })),
  };
};

/** The matcher tells the difference well, but takes most of the time where there is none. */
const expectEqual = (all: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(all, expected)) expect(all).toStrictEqual(expected);
};

describe('a book', () => {
  it('is the naive one after every frame, and every view is so still at the end', () => {
    fc.assert(
      fc.property(bookRows(12), fc.array(bookRows(12), { maxLength: 6 }), (first, frames) => {
        const { told: all, expected } = follow(first, frames);
        expectEqual(all, expected);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is so over hundreds of levels, where chunks are split and joined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(bookRows(400), { maxLength: 60 }), { maxLength: 6 }),
        fc.boolean(),
        (bursts, isEmptied) => {
          const frames = bursts.map((burst) => burst.flat());
          const ends = frames.map((frame) => frame.map((row) => bookRow(row[9], row[6], 0, 2)));
          const { told: all, expected } = follow([], isEmptied ? [...frames, ...ends] : frames);
          expectEqual(all, expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('begins anew with a snapshot, whatever its order', () => {
    const book = createBook(levelOf);
    book.load([bookRow(0, 1, 1), bookRow(1, 2, 1)]);
    const before = book.sides();
    book.load([bookRow(1, 12, 1), bookRow(0, 9, 2), bookRow(1, 11, 3), bookRow(0, 10, 4)]);
    expect(told(book.sides()).bids.map(({ price }) => price)).toEqual([10, 9]);
    expect(told(book.sides()).asks.map(({ price }) => price)).toEqual([11, 12]);
    expect(told(before).bids.map(({ price }) => price)).toEqual([1]);
  });

  it('takes the last row of a price, in a snapshot too', () => {
    const book = createBook(levelOf);
    book.load([bookRow(0, 10, 1), bookRow(0, 9, 1), bookRow(0, 10, 5)]);
    expect(book.best().bid?.quantity).toBe(5);
    book.apply([bookRow(0, 10, 5, 2), bookRow(0, 10, 6, 0)]);
    expect(book.best().bid?.quantity).toBe(6);
    book.apply([bookRow(0, 10, 6, 0), bookRow(0, 10, 6, 2)]);
    expect(book.best().bid?.price).toBe(9);
  });

  it('shares between views what no frame has changed', () => {
    const book = createBook(levelOf);
    book.load([bookRow(0, 10, 1), bookRow(1, 11, 1)]);
    const one = book.sides();
    book.apply([bookRow(0, 10, 2)]);
    const other = book.sides();
    expect(other.asks).toBe(one.asks);
    expect(other.bids).not.toBe(one.bids);
  });

  it('has negative prices and a price of zero in their places', () => {
    const book = createBook(levelOf);
    book.load([bookRow(0, -1, 1), bookRow(0, -2, 1), bookRow(1, 1, 1), bookRow(1, 0, 1)]);
    book.apply([bookRow(1, 0, 7)]);
    expect(told(book.sides()).bids.map(({ price }) => price)).toEqual([-1, -2]);
    expect(told(book.sides()).asks.map(({ price, quantity }) => [price, quantity])).toEqual([
      [0, 7],
      [1, 1],
    ]);
  });
});

describe('the window of a book', () => {
  it('keeps the best levels and no others, and leaves kept views alone', () => {
    fc.assert(
      fc.property(
        fc.array(bookRows(40), { maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        (frames, depth) => {
          const book = createBook(levelOf);
          const rows = frames.flat();
          book.apply(rows);
          const before = book.sides();
          book.trim(depth);
          const { bids, asks } = naive(rows);
          expect(told(book.sides())).toEqual({ bids: bids.slice(0, depth), asks: asks.slice(0, depth) });
          expect(told(before)).toEqual({ bids, asks });
        },
      ),
    );
  });

  it('cuts off whole chunks at once', () => {
    const book = createBook(levelOf);
    book.load(Array.from({ length: 500 }, (_, index) => bookRow(0, index + 1, 1)));
    book.trim(3);
    expect(told(book.sides()).bids.map(({ price }) => price)).toEqual([500, 499, 498]);
    book.apply([bookRow(0, 501, 1)]);
    book.trim(3);
    expect(told(book.sides()).bids.map(({ price }) => price)).toEqual([501, 500, 499]);
  });

  it('tells down to which price every level is known', () => {
    const book = createBook(levelOf);
    book.load([bookRow(0, 10, 1), bookRow(0, 9, 1), bookRow(1, 11, 1)], 2);
    expect(book.knownTo()).toEqual({ bids: 9, asks: Infinity });
    book.apply([bookRow(0, 8, 1), bookRow(1, 12, 1), bookRow(1, 13, 1)]);
    book.trim(2);
    expect(book.knownTo()).toEqual({ bids: 9, asks: 12 });
    book.apply([bookRow(0, 9, 0), bookRow(0, 7, 1), bookRow(1, 11, 0), bookRow(1, 14, 1)]);
    expect(book.knownTo()).toEqual({ bids: 9, asks: 12 });
    book.load([]);
    expect(book.knownTo()).toEqual({ bids: -Infinity, asks: Infinity });
  });
});

describe('rankOf', () => {
  it('has the better of two prices above the other', () => {
    expect(rankOf('bids', 2)).toBeGreaterThan(rankOf('bids', 1));
    expect(rankOf('asks', 1)).toBeGreaterThan(rankOf('asks', 2));
  });
});

describe('best', () => {
  it('has a key for what is there alone', () => {
    expect(Object.keys(best(undefined, undefined))).toEqual([]);
    expect(best(1, undefined)).toStrictEqual({ bid: 1 });
    expect(best(undefined, 2)).toStrictEqual({ ask: 2 });
    expect(best(1, 2)).toStrictEqual({ bid: 1, ask: 2 });
  });
});
