import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { isGone } from './isGone.ts';

const { ActionDateTime, NumberOfOrders, Price, Quantity } = Level2Column;

/** A price level. It never changes: a change at its price makes a new level. */
export interface Level {
  /** The price, in the instrument's second product (the quote). */
  readonly price: number;
  /** The total quantity at the price, in the instrument's first product (the base). */
  readonly quantity: number;
  /** The number of orders at the price; some venues always send 0. */
  readonly orders: number;
  /** When the exchange last changed the level, in milliseconds since 1970. */
  readonly changedAt: number;
}

/** The level that a row tells of; `undefined` where the row ends it. */
export const levelOf = (row: Level2Row): Level | undefined =>
  isGone(row)
    ? undefined
    : {
        price: Number(row[Price]),
        quantity: Number(row[Quantity]),
        orders: row[NumberOfOrders],
        changedAt: row[ActionDateTime],
      };

/** The level as it is shown, frozen, as all views share it. Few levels are ever looked at: to freeze each costs more. */
export const shownLevel = (level: Level): Level => Object.freeze(level);
