import * as t from 'io-ts';

/**
 * A codec that takes `null` as well.
 *
 * @example
 * nullable(t.string).decode(null); // right(null)
 */
export const nullable = <C extends t.Mixed>(codec: C): t.UnionC<[C, t.NullC]> =>
  t.union([codec, t.null], `${codec.name} or null`);
