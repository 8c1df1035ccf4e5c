import * as t from 'io-ts';

/**
 * A codec that sees a value only after `mend` has put right what the exchange writes irregularly.
 *
 * @param mend Gives back the value itself where there is nothing to put right; it must not throw.
 *
 * @example
 * mended(t.string, (u) => u ?? '').decode(null); // right('')
 */
export const mended = <A, O>(codec: t.Type<A, O>, mend: (u: unknown) => unknown): t.Type<A, O> =>
  new t.Type(codec.name, codec.is, (u, context) => codec.validate(mend(u), context), codec.encode);
