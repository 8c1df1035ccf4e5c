import * as t from 'io-ts';
import { isObject } from './isObject.ts';

/**
 * A request that is written in one of several ways. `choose` looks at what the caller passed and says in which, so
 * that an error names what is missing there, and not what all the ways would have wanted.
 *
 * @example
 * requestBy(({ Symbol }) => (Symbol === undefined ? byId : bySymbol));
 */
export const requestBy = <M extends t.Mixed>(
  choose: (params: Readonly<Record<string, unknown>>) => M | t.Type<never, object>,
): t.Type<t.TypeOf<M>, object> => {
  type A = t.TypeOf<M>;
  const chosen = (u: unknown): t.Type<A, object> => choose(isObject(u) ? u : {}) as t.Type<A, object>;
  return new t.Type<A, object>(
    'an object of parameters',
    (u): u is A => chosen(u).is(u),
    (u, context) => chosen(u).validate(u, context),
    (params) => chosen(params).encode(params),
  );
};
