import { isDigits, isNumeric } from '../../json/Digits.ts';

/**
 * The number that a text, a `bigint` or digits stand for; `undefined` for a text that is no number, and for anything
 * else. Digits that a `number` cannot hold are rounded.
 */
export const numberFrom = (u: unknown): number | undefined => {
  if (typeof u === 'bigint' || isDigits(u)) return Number(u);
  return typeof u === 'string' && isNumeric(u) ? Number(u) : undefined;
};
