import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { type Book, type BookSide, type Both, createBook, rankOf, type Sides } from './book.ts';
import type { Chunks } from './chunk.ts';
import { type Level, levelOf } from './Level.ts';
import { levelAt, levelsOf } from './levelsOf.ts';

const { Price, Side } = Level2Column;

/** Prices of either side. */
export type Prices = Both<ReadonlySet<number>>;

/** A level that stood still and that book and answer tell differently. */
export interface Difference {
  readonly side: BookSide;
  readonly price: number;
  /** What the book has there; 0 for no level. */
  readonly kept: number;
  /** What the answer has there; 0 for no level. */
  readonly told: number;
}

/** What an audit compares. */
export interface Audit {
  readonly book: Pick<Book<Level>, 'knownTo'> & { readonly sides: () => Sides<Level> };
  /** The rows of `GetL2Snapshot`. */
  readonly answer: readonly Level2Row[];
  /** How many levels a side the answer may have at most: as asked, or fewer where the venue gives no more. */
  readonly depth: number;
  /** Where rows came between the asking and one frame after the answer. */
  readonly touched: Prices;
}

/** The prices in rows, added to those that were touched before. */
export const touchedBy = (rows: readonly Level2Row[], before?: Prices): Prices => {
  const touched = { bids: new Set(before?.bids), asks: new Set(before?.asks) };
  for (const row of rows) {
    if (row[Side] === 0) touched.bids.add(Number(row[Price]));
    else if (row[Side] === 1) touched.asks.add(Number(row[Price]));
  }
  return touched;
};

/** A text that is the same for the same level, to know a difference again in the next audit. */
export const differenceKey = ({ side, price }: Difference): string => `${side} ${price}`;

/** A side of the book, the same of the answer, and the rank down to which both know all. */
interface Pair {
  readonly side: BookSide;
  readonly kept: Chunks<Level>;
  readonly told: Chunks<Level>;
  readonly knownTo: number;
}

const differencesOf = (
  { side, kept, told, knownTo }: Pair,
  touched: ReadonlySet<number>,
): readonly Difference[] => {
  const prices = new Set(
    [...levelsOf(kept, Infinity), ...levelsOf(told, Infinity)].map(({ price }) => price),
  );
  const quantity = (chunks: Chunks<Level>, price: number): number =>
    levelAt(chunks, rankOf(side, price))?.quantity ?? 0;
  return [...prices]
    .filter((price) => rankOf(side, price) >= knownTo && !touched.has(price))
    .map((price) => ({ side, price, kept: quantity(kept, price), told: quantity(told, price) }))
    .filter((one) => one.kept !== one.told);
};

/**
 * Where a book and a snapshot that was asked for differ, among the levels that stood still meanwhile and that both can
 * know: a side of the answer that has `depth` levels is known down to its worst, one with fewer is whole, and an empty
 * one says that every level of the book is a ghost. The book is known down to where it was cut. Orders and times do not
 * count, as some venues tell neither.
 *
 * One hit may be chance (rows on their way when the answer was made): act on the second at one {@link differenceKey}.
 */
export const differences = ({ book, answer, depth, touched }: Audit): readonly Difference[] => {
  const other = createBook(levelOf);
  other.load(answer, depth);
  const [kept, told] = [book.sides(), other.sides()];
  const [keptTo, toldTo] = [book.knownTo(), other.knownTo()];
  return (['bids', 'asks'] as const).flatMap((side) =>
    differencesOf(
      {
        side,
        kept: kept[side],
        told: told[side],
        knownTo: Math.max(rankOf(side, keptTo[side]), rankOf(side, toldTo[side])),
      },
      touched[side],
    ),
  );
};
