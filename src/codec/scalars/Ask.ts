import type * as t from 'io-ts';
import type { Decimal } from './Decimal.ts';
import { numberFrom } from './numberFrom.ts';
import { scalar } from './scalar.ts';

/** What the exchange writes where nobody sells: the largest decimal there is, in two generations of gateways. */
const largestOfOldGateways = Number('9223372036.854775807');
const largest = 79228162514264337593543950335n;

const isNoAsk = (value: number): boolean => value >= Number(largest) || value === largestOfOldGateways;
const isAsk = (u: unknown): u is Decimal | null => u === null || (typeof u === 'number' && !isNoAsk(u));

/**
 * The best ask, or `null` where there is none; the exchange writes the largest number it knows then.
 *
 * @example
 * Ask.decode(79228162514264337593543950335n); // right(null)
 */
export const Ask: t.Type<Decimal | null> = scalar<Decimal | null>({
  name: 'a decimal number',
  is: isAsk,
  read: (u) => {
    const value = typeof u === 'number' ? u : numberFrom(u);
    if (value === undefined) return undefined;
    return isNoAsk(value) ? null : value;
  },
  readDigits: (u, digitsFrom) => {
    const digits = digitsFrom(u) as Decimal | undefined;
    return u === null || (digits !== undefined && isNoAsk(Number(digits))) ? null : digits;
  },
});
