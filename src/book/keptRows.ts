import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { compareDecimals, decimalKey } from '../codec/scalars/decimalOrder.ts';
import { createBook } from './book.ts';
import type { Chunks } from './chunk.ts';
import { isGone } from './isGone.ts';
import { levelsOf } from './levelsOf.ts';

const { Price } = Level2Column;

/** Rows whose prices differ in their digits and are one double, best first on the ask side. */
interface Twins {
  readonly twins: readonly Level2Row[];
}
type KeptRow = Level2Row | Twins;

const rowsOf = (kept: KeptRow): readonly Level2Row[] => ('twins' in kept ? kept.twins : [kept]);
const upwards = (a: Level2Row, b: Level2Row): number => compareDecimals(a[Price], b[Price]);

const place = (row: Level2Row, present: KeptRow | undefined): KeptRow | undefined => {
  const now = isGone(row) ? undefined : row;
  // Numbers that are one double are one price; only digits can tell more.
  if (present === undefined || typeof row[Price] === 'number') return now;
  const key = decimalKey(row[Price]);
  const others = rowsOf(present).filter((other) => decimalKey(other[Price]) !== key);
  if (others.length === 0) return now;
  return { twins: now === undefined ? others : [...others, now].sort(upwards) };
};

const bidRows = (kept: KeptRow): readonly Level2Row[] => [...rowsOf(kept)].reverse();

const rowsIn = (
  chunks: Chunks<KeptRow>,
  read: (kept: KeptRow) => readonly Level2Row[],
): readonly Level2Row[] => [...levelsOf(chunks, Infinity)].flatMap(read);

/** The rows of a book, of each price the last one. */
export interface KeptRows {
  /** Begins anew with a snapshot. */
  readonly load: (rows: readonly Level2Row[]) => void;
  /** Takes in the rows of a frame, in the order in which they stand; those of an unknown side are passed over. */
  readonly apply: (rows: readonly Level2Row[]) => void;
  /** The levels that are there, bids, best first, then asks, best first; `undefined` before the first snapshot. */
  readonly rows: () => readonly Level2Row[] | undefined;
}

/**
 * Keeps the rows of a book, read plainly or exactly: `104300.00` and `104300` are one price, and where prices are read
 * as digits, two of different digits are two, even if they are one double.
 */
export const createKeptRows = (): KeptRows => {
  const book = createBook<KeptRow>(place);
  let isBegun = false;
  return {
    load: (rows) => {
      book.load(rows);
      isBegun = true;
    },
    apply: (rows) => void book.apply(rows),
    rows: () => {
      if (!isBegun) return undefined;
      const { bids, asks } = book.sides();
      return [...rowsIn(bids, bidRows), ...rowsIn(asks, rowsOf)];
    },
  };
};
