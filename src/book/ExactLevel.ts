import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import { compareScaled, type Scaled, scaled } from '../codec/scalars/scaled.ts';
import type { BookSide } from './book.ts';
import { isGone } from './isGone.ts';
import type { Place } from './ladder.ts';
import { allAt, type AtPrice, placeTwin } from './twins.ts';

const { ActionDateTime, NumberOfOrders, Price, Quantity } = Level2Column;

/** A price level with exact decimals, each as text or as what `toValue` makes of the text. */
export interface ExactLevel<V = string> {
  readonly price: V;
  readonly quantity: V;
  /** The number of orders at the price; some venues always send 0. */
  readonly orders: number;
  /** When the exchange last changed the level, in milliseconds since 1970. */
  readonly changedAt: number;
}

/** Makes a value of the text of a decimal. It may throw. */
export type ToValue<V> = (text: string) => V;

/** A level as it is kept: its decimals as their text, and what they are reckoned with, which is made when it is asked for. */
export interface Texts extends ExactLevel {
  /** The row that told of it. */
  readonly row: Level2Row;
  /** The price. */
  readonly at: () => Scaled;
  /** The quantity. */
  readonly amount: () => Scaled;
}

/** What stands at one double: prices beyond 15 digits may share one. */
export type TextsAt = AtPrice<Texts>;

/** A level of these decimals. */
export const texts = (
  price: string,
  quantity: string,
  { row, orders, changedAt }: Pick<Texts, 'row' | 'orders' | 'changedAt'>,
): Texts => {
  let at: Scaled | undefined;
  let amount: Scaled | undefined;
  return {
    row,
    price,
    quantity,
    orders,
    changedAt,
    at: () => (at ??= scaled(price)),
    amount: () => (amount ??= scaled(quantity)),
  };
};

const byPrice = (a: Texts, b: Texts): number => (a.price === b.price ? 0 : compareScaled(a.at(), b.at()));

/** Has a level be at its double, beside those of other digits, or be there no more. */
export const placeTexts = (
  level: Texts,
  present: TextsAt | undefined,
  isThere: boolean,
): TextsAt | undefined => placeTwin(level, present, { compare: byPrice, isThere });

/** Keeps the levels of rows that were read exactly. Zeros at the end are no different digits. */
export const textsOf: Place<Level2Row, TextsAt> = (row, present) => {
  const level = texts(String(row[Price]), String(row[Quantity]), {
    row,
    orders: row[NumberOfOrders],
    changedAt: row[ActionDateTime],
  });
  return placeTexts(level, present, !isGone(row));
};

/** The levels at one double, the best first. */
export const bestFirst = (side: BookSide, there: TextsAt): readonly Texts[] =>
  side === 'asks' ? allAt(there) : [...allAt(there)].reverse();

/** Makes the level that a caller is shown of one that is kept, once. */
export const createShow = <V>(toValue: ToValue<V>): ((level: Texts) => ExactLevel<V>) => {
  const shown = new WeakMap<Texts, ExactLevel<V>>();
  return (level) => {
    const known = shown.get(level);
    if (known !== undefined) return known;
    const { price, quantity, orders, changedAt } = level;
    const made = { price: toValue(price), quantity: toValue(quantity), orders, changedAt };
    shown.set(level, made);
    return made;
  };
};
