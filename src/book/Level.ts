import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { isGone } from './isGone.ts';

const { ActionDateTime, NumberOfOrders, Price, Quantity } = Level2Column;

/** A price at which orders rest. A level is never changed: what changes at its price is another level. */
export interface Level {
  /** The price, in the product that is paid in. */
  readonly price: number;
  /** All that rests at the price, in the product that is bought and sold. */
  readonly quantity: number;
  /** How many orders rest there; some venues always say 0. */
  readonly orders: number;
  /** When the exchange changed the level last, in milliseconds since 1970. */
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
