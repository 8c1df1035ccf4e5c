import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { EpochMs } from '../scalars/EpochMs.ts';
import { fast } from '../fast/fast.ts';
import { Integer } from '../scalars/Integer.ts';
import { rowOf } from './rowOf.ts';
import { type RowObject, rowToObject } from './rowToObject.ts';

/** Where each column of a {@link Level2Row} stands. */
export const Level2Column = {
  /** Grows with time, skips numbers, and is in no order within one event. */
  MDUpdateId: 0,
  /** How many accounts have orders at the price; some venues always say 0. */
  NumberOfAccounts: 1,
  /** When the level changed last, in milliseconds since 1970; not when the row was sent. */
  ActionDateTime: 2,
  /** 0 new, 1 update, 2 delete. New and update both mean: this is the level now. */
  ActionType: 3,
  /** The price of the last trade of the instrument, the same in all rows. */
  LastTradePrice: 4,
  /** How many orders there are at the price; some venues always say 0. */
  NumberOfOrders: 5,
  /** The price of the level. */
  Price: 6,
  /** The instrument. */
  ProductPairCode: 7,
  /** The whole quantity at the price, not the change; 0 where the level is gone. */
  Quantity: 8,
  /** 0 bid, 1 ask; anything else is to be passed over. */
  Side: 9,
} as const;

/** One level of an order book as it is sent: {@link Level2Column} names the places. */
export type Level2Row = readonly [
  MDUpdateId: number,
  NumberOfAccounts: number,
  ActionDateTime: number,
  ActionType: number,
  LastTradePrice: Decimal,
  NumberOfOrders: number,
  Price: Decimal,
  ProductPairCode: number,
  Quantity: Decimal,
  Side: number,
];

/** One level of an order book. */
export const Level2Row = rowOf<Level2Row>('Level2Row', [
  Integer,
  Integer,
  EpochMs,
  Integer,
  Decimal,
  Integer,
  Decimal,
  Integer,
  Decimal,
  Integer,
]);

/** The levels of a book, or what changed in it. */
export const Level2Rows = fast(t.readonlyArray(Level2Row, 'Level2Rows'));

/** A {@link Level2Row} with names. */
export type Level2Object = RowObject<typeof Level2Column, Level2Row>;

/**
 * A level with names, for the edge of a program.
 *
 * @example
 * level2RowToObject([26, 1, 1679559223042, 0, 29000, 1, 28700, 1, 0.5, 0]).Price; // 28700
 */
export const level2RowToObject = (row: Level2Row): Level2Object => rowToObject(Level2Column, row);
