import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { type Book, type BookSide, type Both, createBook, rankOf } from './book.ts';
import type { Chunks } from './chunk.ts';
import type { Place } from './ladder.ts';
import { type Level, levelOf } from './Level.ts';
import { levelsOf } from './levelsOf.ts';

const { Price, Side } = Level2Column;

/** Prices of either side. */
export type Prices = Both<ReadonlySet<number>>;

/** A level that stood still and that book and answer tell differently. */
export interface Difference {
  readonly side: BookSide;
  /** The price, to the last digit where the book is read so. */
  readonly price: number | string;
  /** What the book has there; 0 for no level. */
  readonly kept: number | string;
  /** What the answer has there; 0 for no level. */
  readonly told: number | string;
}

/** A level as it is compared: its decimals are equal where the keys are. */
export interface Compared {
  readonly at: number;
  readonly price: number | string;
  readonly quantity: number | string;
}

/** How the levels of a book are made and compared. */
export interface AuditReading<L> {
  readonly place: Place<Level2Row, L>;
  /** What stands at one double. */
  readonly compared: (level: L) => readonly Compared[];
}

/** Levels in doubles. */
export const inDoubles: AuditReading<Level> = {
  place: levelOf,
  compared: ({ price, quantity }) => [{ at: price, price, quantity }],
};

/** What an audit compares. */
export interface Audit<L> {
  readonly book: Pick<Book<L>, 'knownTo' | 'sides'>;
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
  readonly kept: readonly Compared[];
  readonly told: readonly Compared[];
  readonly knownTo: number;
}

const differencesOf = (
  { side, kept, told, knownTo }: Pair,
  touched: ReadonlySet<number>,
): readonly Difference[] => {
  const amounts = (levels: readonly Compared[]): ReadonlyMap<number | string, number | string> =>
    new Map(levels.map(({ price, quantity }) => [price, quantity]));
  const [ours, theirs] = [amounts(kept), amounts(told)];
  const stood = [...kept, ...told].filter(({ at }) => rankOf(side, at) >= knownTo && !touched.has(at));
  return [...new Set(stood.map(({ price }) => price))]
    .map((price) => ({ side, price, kept: ours.get(price) ?? 0, told: theirs.get(price) ?? 0 }))
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
export const differences = <L>(
  { book, answer, depth, touched }: Audit<L>,
  { place, compared }: AuditReading<L>,
): readonly Difference[] => {
  const other = createBook(place);
  other.load(answer, depth);
  const [kept, told] = [book.sides(), other.sides()];
  const [keptTo, toldTo] = [book.knownTo(), other.knownTo()];
  const comparedIn = (chunks: Chunks<L>): readonly Compared[] =>
    [...levelsOf(chunks, Infinity)].flatMap(compared);
  return (['bids', 'asks'] as const).flatMap((side) =>
    differencesOf(
      {
        side,
        kept: comparedIn(kept[side]),
        told: comparedIn(told[side]),
        knownTo: Math.max(rankOf(side, keptTo[side]), rankOf(side, toldTo[side])),
      },
      touched[side],
    ),
  );
};
