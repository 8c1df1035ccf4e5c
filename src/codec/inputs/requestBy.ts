import * as t from 'io-ts';
import { isObject } from '../isObject.ts';

/** The codec of a request that is written in one of several ways, which `M` are. */
export interface RequestByType<M extends t.Mixed> extends t.Type<t.TypeOf<M>, object> {
  /** Says in which way it is written, by what the caller passed. */
  readonly choose: (params: Readonly<Record<string, unknown>>) => M | t.Type<never, object>;
}

/**
 * A request that is written in one of several ways. `choose` looks at what the caller passed and says in which, so
 * that an error names what is missing there, and not what all the ways would have wanted.
 *
 * @example
 * const byId = request({ InstrumentId: IntegerInput }, oms);
 * const bySymbol = request({ Symbol: TextInput }, oms);
 * requestBy(({ Symbol }) => (Symbol === undefined ? byId : bySymbol));
 */
export const requestBy = <M extends t.Mixed>(choose: RequestByType<M>['choose']): RequestByType<M> => {
  type A = t.TypeOf<M>;
  const chosen = (u: unknown): t.Type<A, object> => choose(isObject(u) ? u : {}) as t.Type<A, object>;
  const codec = new t.Type<A, object>(
    'an object',
    (u): u is A => chosen(u).is(u),
    (u, context) => chosen(u).validate(u, context),
    (params) => chosen(params).encode(params),
  );
  return Object.assign(codec, { choose });
};
