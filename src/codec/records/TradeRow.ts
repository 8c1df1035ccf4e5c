import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { EpochMs } from '../scalars/EpochMs.ts';
import { fast } from '../fast/fast.ts';
import { guarded } from '../fast/guarded.ts';
import { Integer } from '../scalars/Integer.ts';
import { isObject } from '../isObject.ts';
import { Long } from '../scalars/Long.ts';
import { mended } from '../fast/mended.ts';
import { rowOf } from './rowOf.ts';
import { type RowObject, rowToObject } from './rowToObject.ts';
import { scalar } from '../scalars/scalar.ts';

/** Where each column of a {@link TradeRow} stands. */
export const TradeColumn = {
  /** The id of the trade; it grows with time. */
  TradeId: 0,
  /** The instrument. */
  InstrumentId: 1,
  /** How much was traded, in the instrument's first product. */
  Quantity: 2,
  /** At which price, in the instrument's second product. */
  Price: 3,
  /** One of the two orders; which of them took from the book is not said. */
  Order1: 4,
  /** The other order. */
  Order2: 5,
  /** When, in milliseconds since 1970. */
  TradeTime: 6,
  /** 0 no change, 1 above, 2 below the price of the trade before. */
  Direction: 7,
  /** Which side took from the book: 0 bought, 1 sold. */
  TakerSide: 8,
  /** 1 for a block trade, else 0. */
  BlockTrade: 9,
  /** The client order id of one of the orders; 0 for none. */
  ClientOrderId: 10,
} as const;

/** One public trade as it is sent: {@link TradeColumn} names the places. */
export type TradeRow = readonly [
  TradeId: number | bigint,
  InstrumentId: number,
  Quantity: Decimal,
  Price: Decimal,
  Order1: number | bigint,
  Order2: number | bigint,
  TradeTime: number,
  Direction: number,
  TakerSide: number,
  BlockTrade: number,
  ClientOrderId: number | bigint,
];

const ZeroOrOne = scalar({
  name: '0 or 1',
  is: t.number.is,
  read: (u) => (typeof u === 'boolean' ? Number(u) : undefined),
});

const columns = rowOf<TradeRow>('TradeRow', [
  Long,
  Integer,
  Decimal,
  Decimal,
  Long,
  Long,
  EpochMs,
  Integer,
  Integer,
  ZeroOrOne,
  Long,
]);

/** The manual prints rows as `{"0":…,"1":…}`. */
const fromKeys = (u: unknown): unknown =>
  isObject(u) ? Object.values(TradeColumn).map((index) => u[index]) : u;

/** One public trade; an object with the places as keys is read as well. */
export const TradeRow = guarded(mended(columns, fromKeys), columns);

/** Public trades, the oldest first. */
export const TradeRows = fast(t.readonlyArray(TradeRow, 'TradeRows'));

/** A {@link TradeRow} with names. */
export type TradeObject = RowObject<typeof TradeColumn, TradeRow>;

/**
 * A trade with names, for the edge of a program.
 *
 * @example
 * tradeRowToObject([14, 2, 0.02, 1970, 5922, 5923, 1675332676849, 1, 0, 0, 0]).Price; // 1970
 */
export const tradeRowToObject = (row: TradeRow): TradeObject => rowToObject(TradeColumn, row);
