import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { EpochMs } from '../scalars/EpochMs.ts';
import { fast } from '../fast/fast.ts';
import { guarded } from '../fast/guarded.ts';
import { Integer } from '../scalars/Integer.ts';
import { isObject } from '../isObject.ts';
import { mended } from '../fast/mended.ts';
import { rowOf } from './rowOf.ts';
import { type RowObject, rowToObject } from './rowToObject.ts';

/** Where each column of a {@link TickerRow} stands. Mind the order of the four prices. */
export const TickerColumn = {
  /** When the bar ends, in milliseconds since 1970. */
  EndDateTime: 0,
  /** The highest price. */
  High: 1,
  /** The lowest price. */
  Low: 2,
  /** The first price. */
  Open: 3,
  /** The last price. */
  Close: 4,
  /** How much was traded. */
  Volume: 5,
  /** The best bid at the end. */
  Bid: 6,
  /** The best ask at the end. */
  Ask: 7,
  /** The instrument. */
  InstrumentId: 8,
  /** When the bar begins, in milliseconds since 1970; old gateways leave it out. */
  BeginDateTime: 9,
} as const;

/** One bar as it is sent: {@link TickerColumn} names the places. Old gateways leave the last one out. */
export type TickerRow = readonly [
  EndDateTime: number,
  High: Decimal,
  Low: Decimal,
  Open: Decimal,
  Close: Decimal,
  Volume: Decimal,
  Bid: Decimal,
  Ask: Decimal,
  InstrumentId: number,
  BeginDateTime?: number,
];

type ShortRow = TickerRow extends readonly [...infer Columns, _?: number] ? Columns : never;
type LongRow = readonly [...ShortRow, number];

const short = rowOf<ShortRow>('TickerRow', [
  EpochMs,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
  Integer,
]);
const long = rowOf<LongRow>('TickerRow', [
  EpochMs,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
  Decimal,
  Integer,
  EpochMs,
]);

const isShort = (u: unknown): boolean => Array.isArray(u) && u.length === 9;
const isRow = (u: unknown): u is TickerRow => (isShort(u) ? short.is(u) : long.is(u));

const columns = new t.Type<TickerRow>(
  'TickerRow',
  isRow,
  (u, context) => (isShort(u) ? short.validate(u, context) : long.validate(u, context)),
  t.identity,
);

/** The manual prints rows as `{"0":…,"1":…}`. */
const fromKeys = (u: unknown): unknown =>
  isObject(u)
    ? Object.values(TickerColumn)
        .filter((index) => index in u)
        .map((index) => u[index])
    : u;

/** One bar, of ten columns or, from old gateways, of nine; an object with the places as keys is read as well. */
export const TickerRow: t.Type<TickerRow> = guarded(mended(columns, fromKeys), isRow);

/** Bars, the oldest first. */
export const TickerRows = fast(t.readonlyArray(TickerRow, 'TickerRows'));

/** A {@link TickerRow} with names. */
export type TickerObject = RowObject<typeof TickerColumn, TickerRow>;

/**
 * A bar with names, for the edge of a program.
 *
 * @example
 * tickerRowToObject([1692926460000, 28432.44, 28432.4, 28432.4, 28432.44, 0, 0, 0, 1, 1692926400000]).High; // 28432.44
 */
export const tickerRowToObject = (row: TickerRow): TickerObject => rowToObject(TickerColumn, row);
