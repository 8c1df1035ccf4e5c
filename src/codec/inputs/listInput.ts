import * as t from 'io-ts';

/** The codec of a list to send, with that of its entries. */
export interface ListInputType<C extends t.Mixed> extends t.Type<
  readonly t.TypeOf<C>[],
  readonly t.OutputOf<C>[]
> {
  /** The codec of one entry. */
  readonly entry: C;
}

/**
 * A list to send, of one entry or more: the exchange refuses an empty one. What is wrong in an entry is told with
 * its place, such as `1.OrderId`.
 *
 * @example
 * const Ids = listInput(IntegerInput);
 * Ids.encode([7, 9]); // [7, 9]
 */
export const listInput = <C extends t.Mixed>(entry: C): ListInputType<C> => {
  type A = t.TypeOf<C>;
  const list = t.readonlyArray(entry);
  const isFilled = (u: unknown): boolean => Array.isArray(u) && u.length > 0;
  const is = (u: unknown): u is readonly A[] => isFilled(u) && list.is(u);
  const codec = new t.Type<readonly A[], readonly t.OutputOf<C>[]>(
    'a list of one entry or more',
    is,
    (u, context) => {
      if (is(u)) return t.success(u);
      return isFilled(u) ? list.validate(u, context) : t.failure(u, context);
    },
    list.encode,
  );
  return Object.assign(codec, { entry });
};
