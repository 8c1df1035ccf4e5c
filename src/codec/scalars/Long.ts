import type * as t from 'io-ts';
import { isWide } from '../fast/isWide.ts';
import { scalar } from './scalar.ts';

const isLong = (u: unknown): u is number | bigint => Number.isSafeInteger(u) || isWide(u);

const digits = /^-?\d+$/;
const narrow = (value: bigint): number | bigint => {
  const asNumber = Number(value);
  return Number.isSafeInteger(asNumber) ? asNumber : value;
};

/**
 * An integer of 64 bits: a `number` where that is exact, else a `bigint`. Text of digits is read as the integer it
 * is. An integer that an inexact reader has rounded already is refused, so that no id is taken for another: read
 * such payloads with `readExactJson`.
 *
 * @example
 * Long.decode(638168007882966478n); // right(638168007882966478n)
 * Long.decode('6459'); // right(6459)
 */
export const Long: t.Type<number | bigint> = scalar({
  name: 'an integer, read exactly',
  is: isLong,
  guards: [Number.isSafeInteger, isWide],
  read: (u) => {
    if (typeof u === 'bigint') return narrow(u);
    return typeof u === 'string' && digits.test(u) ? narrow(BigInt(u)) : undefined;
  },
});
