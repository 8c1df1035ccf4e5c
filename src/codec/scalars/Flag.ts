import * as t from 'io-ts';
import { scalar } from './scalar.ts';

/**
 * A yes or no; also where it is written as the text `"true"` or `"false"`.
 *
 * @example
 * Flag.decode('true'); // right(true)
 */
export const Flag: t.Type<boolean> = scalar({
  name: 'true or false',
  is: t.boolean.is,
  read: (u) => (u === 'true' ? true : u === 'false' ? false : undefined),
});
