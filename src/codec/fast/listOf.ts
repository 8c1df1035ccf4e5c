import type * as t from 'io-ts';
import { fast } from './fast.ts';
import { tolerantList } from './tolerantList.ts';

/**
 * A list of the exchange's, read row by row: a row that cannot be read is left out, and the others come through in
 * their order. How many were left out, `leftOut` tells of the list; what is wrong with each, `error$` tells. A whole
 * payload that is nothing at all (empty, `null`, missing) is an empty list of which `leftOut` is `Infinity`. Where
 * a lost row would make a lie that lasts, as among the changes of a book, `t.readonlyArray` is right.
 *
 * @example
 * const Rows = listOf(t.type({ Id: t.number }));
 * Rows.decode([{ Id: 1 }, { Id: 'x' }, { Id: 3 }]); // right([{ Id: 1 }, { Id: 3 }]), of which 1 is left out
 */
export const listOf = <C extends t.Mixed>(row: C, name?: string): t.ReadonlyArrayC<C> =>
  fast(tolerantList(fast(row), name));
