import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { allOrNone, gather } from '../gathering.ts';
import { lacking } from '../leftOut.ts';
import { copyOf } from './copyOf.ts';

/** Says whether what came in the place of a list is nothing at all. */
export const isNothing = (u: unknown): boolean =>
  u === undefined || u === null || (typeof u === 'string' && u.trim() === '');

const rowsOf = <A>(row: t.Type<A, unknown>, values: readonly unknown[], context: t.Context): readonly A[] => {
  const rows: A[] = [];
  let isSame = true;
  let index = 0;
  for (const value of values) {
    const inRow = t.appendContext(context, String(index), row, value);
    const decoded = allOrNone(() => row.validate(value, inRow));
    if (E.isLeft(decoded)) gather(decoded.left);
    else rows.push(decoded.right);
    isSame &&= E.isRight(decoded) && decoded.right === value;
    index += 1;
  }
  return isSame ? (values as readonly A[]) : lacking(rows, values.length - rows.length);
};

/** The codec of a list as {@link listOf} reads it, but without the speed of `fast`. */
export const tolerantList = <C extends t.Mixed>(row: C, name?: string): t.ReadonlyArrayC<C> => {
  type A = readonly t.TypeOf<C>[];
  const strict = t.readonlyArray(row, name);
  const validate: t.Validate<unknown, A> = (u, context) => {
    if (Array.isArray(u)) return t.success(rowsOf(row, u, context));
    // Within something else, what stands around the list says what its absence means.
    if (context.length > 1 || !isNothing(u)) return t.failure(u, context);
    gather([{ value: u, context, message: 'a list' }]);
    return t.success(lacking([], Infinity));
  };
  const list: typeof strict = copyOf(strict, {
    validate,
    decode: (u) => validate(u, [{ key: '', type: list, actual: u }]),
  });
  return list;
};
