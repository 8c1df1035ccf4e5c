import * as t from 'io-ts';
import { numberFrom } from './numberFrom.ts';
import { scalar } from './scalar.ts';

declare const decimal: unique symbol;

/** By this alone the types tell a price from an id; no value has it. */
interface DecimalMark {
  readonly [decimal]?: never;
}

/** A price, a quantity, an amount: any `number` is one. Where a stream or a reply is read exactly, it is its digits. */
export type Decimal = number & DecimalMark;

/**
 * A price, a quantity, an amount: a `number`. Some gateways write it as text, which is read as the number it is.
 *
 * @example
 * Decimal.decode('8432.0'); // right(8432)
 */
export const Decimal: t.Type<Decimal> = scalar<Decimal>({
  name: 'a decimal number',
  is: t.number.is,
  read: numberFrom,
  // It is reckoned with as a number is, and becomes a value of the caller's before anybody else sees it.
  readDigits: (u, digitsFrom) => digitsFrom(u) as Decimal | undefined,
});
