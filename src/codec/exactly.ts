import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import type { ReadJson } from '../json.ts';
import { withoutDigits } from './Digits.ts';

/** The root of a context, where it is said that decimals are to be read exactly. */
interface ExactEntry extends t.ContextEntry {
  readonly reader?: ReadJson;
}

/**
 * How text within a value is read where decimals are read exactly; `undefined` where they are not. It is the context
 * of io-ts that tells, so a codec of one's own passes on the one it was given.
 */
export const exactReaderIn = ([root]: t.Context): ReadJson | undefined =>
  (root as ExactEntry | undefined)?.reader;

const asRead = (error: t.ValidationError): t.ValidationError => ({
  ...error,
  value: withoutDigits(error.value),
});

/**
 * The same codec, but every decimal that it reads stays `Digits`, and so does every number that it knows nothing of.
 *
 * @param reader How text is read, so that its numbers are `Digits`.
 */
export const exactly = <A>(codec: t.Decoder<unknown, A>, reader: ReadJson): t.Decoder<unknown, A> => ({
  name: codec.name,
  validate: (u, context) => codec.validate(u, context),
  decode: (u) => {
    const root: ExactEntry = { key: '', type: codec, actual: u, reader };
    return E.mapLeft((errors: t.Errors) => errors.map(asRead))(codec.validate(u, [root]));
  },
});
