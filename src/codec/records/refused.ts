import * as t from 'io-ts';
import { isObject } from '../isObject.ts';

/**
 * A request that nothing satisfies: the codec to choose where one field tells that the others need no look.
 *
 * @param key The field that is wrong.
 * @param expected What should have been passed there, as an error says it.
 */
export const refused = (key: string, expected: string): t.Type<never, object> =>
  new t.Type<never, object>(
    expected,
    t.never.is,
    (u, context) => {
      const value = isObject(u) ? u[key] : undefined;
      return t.failures([
        { value, context: t.appendContext(context, key, t.undefined, value), message: expected },
      ]);
    },
    () => ({}),
  );
