import * as t from 'io-ts';
import { type ReadJson, readJson } from '../json.ts';
import { exactReadingIn } from './exactly.ts';

/**
 * The context that the codec would have had, had the root come as it should, so that reports can name its keys. Any
 * other entry stays, as its own key is told by the value that was found there.
 */
const rooted = (context: t.Context, actual: unknown): t.Context =>
  context.length === 1 ? context.map((root) => ({ ...root, actual })) : context;

/**
 * A codec that sees a value only after `mend` has put right what the exchange writes irregularly.
 *
 * @param mend Gives back the value itself where there is nothing to put right; it must not throw. It is also given the
 * reader for JSON text within the value.
 *
 * @example
 * mended(t.string, (u) => u ?? '').decode(null); // right('')
 */
export const mended = <A, O>(
  codec: t.Type<A, O>,
  mend: (u: unknown, read: ReadJson) => unknown,
): t.Type<A, O> =>
  new t.Type(
    codec.name,
    codec.is,
    (u, context) => {
      const right = mend(u, exactReadingIn(context)?.read ?? readJson);
      return codec.validate(right, rooted(context, right));
    },
    codec.encode,
  );
