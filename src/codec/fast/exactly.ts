import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import type { ReadJson } from '../../json/json.ts';
import { type Digits, digitsFrom } from '../../json/Digits.ts';
import { asRead } from './asRead.ts';

/** The root of a context, where it is said that decimals are to be read exactly. */
interface ExactEntry extends t.ContextEntry {
  readonly exact?: ExactReading;
}

/** How things are read where decimals are read exactly. */
export interface ExactReading {
  /** Reads text within a value. */
  readonly read: ReadJson;
  /** Reads a decimal; `undefined` of what is none. */
  readonly digitsFrom: (u: unknown) => Digits | undefined;
}

/**
 * How things are read where decimals are read exactly; `undefined` where they are not. It is the context of io-ts that
 * tells, so a codec of one's own passes on the one it was given.
 */
export const exactReadingIn = ([root]: t.Context): ExactReading | undefined =>
  (root as ExactEntry | undefined)?.exact;

/**
 * The same codec, but every decimal that it reads stays `Digits`, and so does every number that it knows nothing of.
 *
 * @param read How text is read, so that its numbers are `Digits`.
 */
export const exactly = <A>(codec: t.Decoder<unknown, A>, read: ReadJson): t.Decoder<unknown, A> => ({
  name: codec.name,
  validate: (u, context) => codec.validate(u, context),
  decode: (u) => {
    const root: ExactEntry = { key: '', type: codec, actual: u, exact: { read, digitsFrom } };
    return E.mapLeft(asRead)(codec.validate(u, [root]));
  },
});
