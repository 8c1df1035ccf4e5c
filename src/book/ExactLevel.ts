import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { decimalKey } from '../codec/scalars/decimalOrder.ts';
import { isGone } from './isGone.ts';
import type { Place } from './ladder.ts';

const { ActionDateTime, NumberOfOrders, Price, Quantity } = Level2Column;

/** A level whose price and quantity are told to the last digit, as what the caller makes of their text. */
export interface ExactLevel<V = string> {
  /** The price as a double: what the level is sorted and looked up by. */
  readonly at: number;
  readonly price: V;
  readonly quantity: V;
  /** Equal for all spellings of one price, different for any two prices, however close. */
  readonly key: number | string;
  /** How many orders rest there; some venues always say 0. */
  readonly orders: number;
  /** When the exchange changed the level last, in milliseconds since 1970. */
  readonly changedAt: number;
}

/**
 * Keeps the levels of rows that were read exactly. Two prices of one double and different digits share one place, and
 * the later one has it: such a book cannot be told in doubles, and `onTwins` hears of each case. Zeros at the end are no
 * different digits.
 *
 * @param make Makes a value of a decimal's text. What it throws is thrown.
 */
export const exactLevel =
  <V>(make: (text: string) => V, onTwins: () => void): Place<Level2Row, ExactLevel<V>> =>
  (row, present) => {
    const key = decimalKey(row[Price]);
    if (present !== undefined && present.key !== key) onTwins();
    return isGone(row)
      ? undefined
      : Object.freeze({
          at: Number(row[Price]),
          key,
          price: make(String(row[Price])),
          quantity: make(String(row[Quantity])),
          orders: row[NumberOfOrders],
          changedAt: row[ActionDateTime],
        });
  };
