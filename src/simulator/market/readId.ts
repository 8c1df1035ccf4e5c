import * as O from 'fp-ts/lib/Option.js';
import { parseDecimal, trim } from './decimal.ts';

/**
 * Reads an identifier: a number where that is exact, else a bigint; `undefined` for what is no whole number from
 * 0 upwards.
 */
export const readId = (input: unknown): number | bigint | undefined => {
  if (Number.isSafeInteger(input)) return Number(input) < 0 ? undefined : Number(input) + 0;
  const parsed = parseDecimal(input);
  if (O.isNone(parsed)) return undefined;
  const { units, scale } = trim(parsed.value);
  if (scale !== 0 || units < 0n) return undefined;
  return units <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(units) : units;
};
