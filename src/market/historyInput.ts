import { isObject } from '../codec/isObject.ts';
import { InvalidRequest } from '../errors.ts';

/** Why a call cannot be made for the past that it wants. */
export const wrongHistory = (call: string, expected: string, history: unknown): InvalidRequest =>
  new InvalidRequest(call, [{ path: 'history', expected, found: foundIn(history) }]);

const foundIn = (history: unknown): string =>
  isObject(history) ? 'an object without a valid Date' : String(history);

/** Whether it counts something: an integer of 0 or more. */
export const isCount = (u: unknown): u is number => Number.isSafeInteger(u) && Number(u) >= 0;
