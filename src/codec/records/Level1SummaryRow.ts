import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Integer } from '../scalars/Integer.ts';
import { listOf } from '../fast/listOf.ts';
import { rowOf } from './rowOf.ts';
import { type RowObject, rowToObject } from './rowToObject.ts';

/** Where each column of a {@link Level1SummaryRow} stands. */
export const Level1SummaryColumn = {
  /** The instrument. */
  InstrumentId: 0,
  /** The symbol of the instrument. */
  InstrumentSymbol: 1,
  /** The price of the last trade. */
  LastTradedPx: 2,
  /** The change of the price within 24 hours. */
  Rolling24HrPxChange: 3,
  /** The same in percent. */
  Rolling24HrPxChangePercent: 4,
  /** The quantity traded within 24 hours. */
  Rolling24HrVolume: 5,
} as const;

/** The day of one instrument in short, as it is sent: {@link Level1SummaryColumn} names the places. */
export type Level1SummaryRow = readonly [
  InstrumentId: number,
  InstrumentSymbol: string,
  LastTradedPx: Decimal,
  Rolling24HrPxChange: Decimal,
  Rolling24HrPxChangePercent: Decimal,
  Rolling24HrVolume: Decimal,
];

/** The day of one instrument in short. */
export const Level1SummaryRow = rowOf<Level1SummaryRow>('Level1SummaryRow', [
  Integer,
  t.string,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
]);

/** One row for each instrument. */
export const Level1SummaryRows = listOf(Level1SummaryRow, 'Level1SummaryRows');

/**
 * A {@link Level1SummaryRow} with names.
 *
 * @useDeclaredType
 */
export type Level1SummaryObject = RowObject<typeof Level1SummaryColumn, Level1SummaryRow>;

/**
 * A row with names, for the edge of a program.
 *
 * @example
 * level1SummaryRowToObject([1, 'BTCUSD', 29354.89, 0, 0, 0]).InstrumentSymbol; // 'BTCUSD'
 */
export const level1SummaryRowToObject = (row: Level1SummaryRow): Level1SummaryObject =>
  rowToObject(Level1SummaryColumn, row);
