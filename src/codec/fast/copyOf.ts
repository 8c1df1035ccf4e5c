import type * as t from 'io-ts';

/** A codec like another, but for some changes; the other stays as it is. */
export const copyOf = <C extends t.Mixed>(codec: C, changes: Partial<t.Mixed>): C =>
  Object.assign(Object.create(Object.getPrototypeOf(codec) as object) as C, codec, changes);
