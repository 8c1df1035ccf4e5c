import type { BarRow } from '../../market/bar.ts';
import { decimalOf } from '../../market/decimal.ts';
import type { Dialect } from './dialect.ts';
import { rowObject } from './rowObject.ts';

/** The part of a millisecond that old gateways have in their times; both ends of a bar have the same. */
const fraction = 0.25;

const withoutPrices = (row: BarRow): BarRow => {
  const [end, high, , , , volume, ...rest] = row;
  const none = decimalOf(0n, high.scale);
  return volume.units === 0n ? [end, none, none, none, none, volume, ...rest] : row;
};

const later = ([end, ...rest]: BarRow, by: number): BarRow => {
  const [high, low, open, close, volume, bid, ask, instrumentId, begin] = rest;
  return [end + by, high, low, open, close, volume, bid, ask, instrumentId, begin + by];
};

const barRow = (dialect: Dialect, row: BarRow): unknown => {
  const priced = dialect.idleBars === 'zero' ? withoutPrices(row) : row;
  const timed = dialect.barTimes === 'fractional' ? later(priced, fraction) : priced;
  return rowObject(dialect, timed.slice(0, dialect.barColumns));
};

/** Bars as the dialect has them. */
export const barRows = (dialect: Dialect, rows: readonly BarRow[]): readonly unknown[] =>
  rows.map((row) => barRow(dialect, row));
