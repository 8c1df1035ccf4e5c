import * as t from 'io-ts';
import { input } from './input.ts';

/**
 * The codec of a field that must be left out, in one way to write a request out of several.
 *
 * @param why What an error gives as the reason.
 *
 * @example
 * absent('as an account is given').decode(1); // "should be left out, as an account is given, but is 1"
 */
export const absent = (why: string): t.Type<undefined> => input(`left out, ${why},`, t.undefined.is);
