import * as t from 'io-ts';

/**
 * A codec for what a caller passes: `is` accepts or refuses, nothing is converted; `write` makes what is sent.
 *
 * @param name What should have been passed, as an error says it.
 *
 * @example
 * const Text = input('a text', t.string.is);
 */
export const input = <A, O = A>(
  name: string,
  is: (u: unknown) => u is A,
  write: (value: A) => A | O = t.identity,
): t.Type<A, A | O> =>
  new t.Type<A, A | O>(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), write);
