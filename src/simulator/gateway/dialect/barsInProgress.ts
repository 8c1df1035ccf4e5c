import type { BarRow } from '../../market/bar.ts';
import { subtract } from '../../market/decimal.ts';
import type { Dialect } from './dialect.ts';

const Volume = 5;
const BeginDateTime = 9;

/** What is told of bars, given what was told of them before. */
export interface Telling {
  /** The bar in progress when bars were told last, whole. */
  readonly last: BarRow | undefined;
  readonly rows: readonly BarRow[];
}

const sinceLast = (row: BarRow, last: BarRow | undefined): BarRow => {
  if (last?.[BeginDateTime] !== row[BeginDateTime]) return row;
  const [end, high, low, open, close, volume, ...rest] = row;
  return [end, high, low, open, close, subtract(volume, last[Volume]), ...rest];
};

/**
 * The part of an event that the dialect lets through: the rows are bars that ended and, last, the one in progress.
 *
 * @param last The bar in progress when bars of this length were told last
 */
export const barsToTell = (
  { barsInProgress }: Dialect,
  rows: readonly BarRow[],
  last: BarRow | undefined,
): Telling => {
  const telling = { last: rows.at(-1) ?? last };
  switch (barsInProgress) {
    case 'replaced':
    case 'repeated':
      return { ...telling, rows };
    case 'withheld':
      return { ...telling, rows: rows.slice(0, -1) };
    case 'incremental':
      return { ...telling, rows: rows.map((row) => sinceLast(row, last)) };
  }
};
