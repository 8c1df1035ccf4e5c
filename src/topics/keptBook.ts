import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { createKeptRows, type KeptRows } from '../book/keptRows.ts';

const { MDUpdateId } = Level2Column;

/** The state of a book. */
export interface KeptBook {
  /** The levels that are there, bids, best first, then asks, best first: a list of its own at each call. */
  readonly rows: () => readonly Level2Row[];
  readonly kept: KeptRows;
  /** The greatest id so far; `-Infinity` before the first. */
  readonly latestId: number;
}

const latestIn = (rows: readonly Level2Row[]): number =>
  rows.reduce((latest, row) => Math.max(latest, row[MDUpdateId]), -Infinity);

const bookOf = (kept: KeptRows, latestId: number): KeptBook => ({
  rows: () => (kept.rows() ?? []).map((row) => [...row] as unknown as Level2Row),
  kept,
  latestId,
});

export const beginBook = (rows: readonly Level2Row[]): KeptBook => {
  const kept = createKeptRows();
  kept.load(rows);
  return bookOf(kept, latestIn(rows));
};

export const applyRows = ({ kept, latestId }: KeptBook, rows: readonly Level2Row[]): KeptBook => {
  kept.apply(rows);
  return bookOf(kept, Math.max(latestId, latestIn(rows)));
};

/** Some gateways count the events of a subscription by themselves: ids of different magnitude cannot be compared. */
const isOneSeries = (a: number, b: number): boolean =>
  Math.max(a, b) < 1_000 || Math.max(a, b) <= 10 * Math.min(a, b);

export const rowsSince = (
  rows: readonly Level2Row[],
  { latestId }: KeptBook,
): readonly Level2Row[] | undefined => {
  const latest = latestIn(rows);
  return latest <= latestId && isOneSeries(latest, latestId) ? undefined : rows;
};
