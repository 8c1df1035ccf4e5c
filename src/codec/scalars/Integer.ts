import type * as t from 'io-ts';
import { numberFrom } from './numberFrom.ts';
import { scalar } from './scalar.ts';

const isInteger = Number.isSafeInteger as (u: unknown) => u is number;

/**
 * An integer that a `number` holds exactly: an id, a count. Text of digits is read as the integer it is.
 *
 * @example
 * Integer.decode(154); // right(154)
 */
export const Integer: t.Type<number> = scalar({
  name: 'an integer',
  is: isInteger,
  read: (u) => {
    const value = numberFrom(u);
    return isInteger(value) ? value : undefined;
  },
});
