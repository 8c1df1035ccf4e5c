import * as t from 'io-ts';
import { numberFrom } from './numberFrom.ts';
import { scalar } from './scalar.ts';

/**
 * A price, a quantity, an amount: a `number`. Some gateways write it as text, which is read as the number it is.
 *
 * @example
 * Decimal.decode('8432.0'); // right(8432)
 */
export const Decimal: t.Type<number> = scalar({
  name: 'a decimal number',
  is: t.number.is,
  read: numberFrom,
});
