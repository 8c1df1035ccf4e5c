import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { compareDecimals, decimalKey } from '../codec/scalars/decimalOrder.ts';
import type { Sides } from './book.ts';
import type { Chunks } from './chunk.ts';
import { isGone } from './isGone.ts';
import { levelsOf } from './levelsOf.ts';

const { Price } = Level2Column;

/** Rows whose prices differ in their digits and are one double, best first on the ask side. */
interface Twins {
  readonly twins: readonly Level2Row[];
}
/** What is kept at a price, read plainly or exactly. */
export type KeptRow = Level2Row | Twins;

const rowsOf = (kept: KeptRow): readonly Level2Row[] => ('twins' in kept ? kept.twins : [kept]);
const upwards = (a: Level2Row, b: Level2Row): number => compareDecimals(a[Price], b[Price]);

/**
 * Keeps the last row of each price: `104300.00` and `104300` are one price, and where prices are read as digits, two of
 * different digits are two, even if they are one double.
 */
export const keepRow = (row: Level2Row, present: KeptRow | undefined): KeptRow | undefined => {
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

/** The rows of a book that {@link keepRow} has kept: bids, best first, then asks, best first. */
export const keptRows = ({ bids, asks }: Sides<KeptRow>): readonly Level2Row[] => [
  ...rowsIn(bids, bidRows),
  ...rowsIn(asks, rowsOf),
];
