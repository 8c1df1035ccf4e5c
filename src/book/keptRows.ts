import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { compareDecimals } from '../codec/scalars/decimalOrder.ts';
import type { Sides } from './book.ts';
import type { Chunks } from './chunk.ts';
import { isGone } from './isGone.ts';
import { levelsOf } from './levelsOf.ts';
import { allAt, type AtPrice, placeTwin } from './twins.ts';

const { Price } = Level2Column;

/** What is kept at a price, read plainly or exactly. */
export type KeptRow = AtPrice<Level2Row>;

const upwards = (a: Level2Row, b: Level2Row): number => compareDecimals(a[Price], b[Price]);

/**
 * Keeps the last row of each price: `104300.00` and `104300` are one price, and where prices are read as digits, two of
 * different digits are two, even if they are one double.
 */
export const keepRow = (row: Level2Row, present: KeptRow | undefined): KeptRow | undefined => {
  const isThere = !isGone(row);
  // Numbers that are one double are one price; only digits can tell more.
  if (typeof row[Price] === 'number') return isThere ? row : undefined;
  return placeTwin(row, present, { compare: upwards, isThere });
};

const bidRows = (kept: KeptRow): readonly Level2Row[] => [...allAt(kept)].reverse();

const rowsIn = (
  chunks: Chunks<KeptRow>,
  read: (kept: KeptRow) => readonly Level2Row[],
): readonly Level2Row[] => [...levelsOf(chunks, Infinity)].flatMap(read);

/** The rows of a book that {@link keepRow} has kept: bids, best first, then asks, best first. */
export const keptRows = ({ bids, asks }: Sides<KeptRow>): readonly Level2Row[] => [
  ...rowsIn(bids, bidRows),
  ...rowsIn(asks, allAt),
];
