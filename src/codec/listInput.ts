import * as t from 'io-ts';

/**
 * A list to send, of one entry or more: the exchange refuses an empty one. What is wrong in an entry is told with
 * its place, such as `1.OrderId`.
 *
 * @example
 * const Ids = listInput(IntegerInput);
 * Ids.encode([7, 9]); // [7, 9]
 */
export const listInput = <A, O>(entry: t.Type<A, O>): t.Type<readonly A[], readonly O[]> => {
  const list = t.readonlyArray(entry);
  const isFilled = (u: unknown): boolean => Array.isArray(u) && u.length > 0;
  return new t.Type<readonly A[], readonly O[]>(
    'a list of one entry or more',
    (u): u is readonly A[] => isFilled(u) && list.is(u),
    (u, context) => (isFilled(u) ? list.validate(u, context) : t.failure(u, context)),
    list.encode,
  );
};
