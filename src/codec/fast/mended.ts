import * as t from 'io-ts';
import { type ReadJson, readJson } from '../../json/json.ts';
import { exactReadingIn } from './exactly.ts';

/**
 * The context that the codec would have had, had the root come as it should, so that reports can name its keys. Any
 * other entry stays, as its own key is told by the value that was found there.
 */
const rooted = (context: t.Context, actual: unknown): t.Context =>
  context.length === 1 ? context.map((root) => ({ ...root, actual })) : context;

/** Puts right what is irregular in a value, and gives back the value itself where nothing is. */
type Mend = (u: unknown, read: ReadJson) => unknown;

/** A codec that came out of {@link mended}. */
export interface Mended<C extends t.Mixed> extends t.Type<t.TypeOf<C>, t.OutputOf<C>> {
  readonly codec: C;
  readonly mend: Mend;
  readonly isMisspelt: ((key: string) => boolean) | undefined;
}

/**
 * A codec that sees a value only after `mend` has put right what the exchange writes irregularly.
 *
 * @param mend It must be pure, and not throw. It is also given the reader for JSON text within the value.
 * @param isMisspelt Where an object is mended in its keys alone: true of the keys that `mend` changes. So `fast` need
 * not mend what holds none.
 *
 * @example
 * mended(t.string, (u) => u ?? '').decode(null); // right('')
 */
export const mended = <C extends t.Mixed>(
  codec: C,
  mend: Mend,
  isMisspelt?: (key: string) => boolean,
): Mended<C> =>
  Object.assign(
    new t.Type<t.TypeOf<C>, t.OutputOf<C>>(
      codec.name,
      codec.is,
      (u, context) => {
        const right = mend(u, exactReadingIn(context)?.read ?? readJson);
        return codec.validate(right, rooted(context, right));
      },
      codec.encode,
    ),
    { codec, mend, isMisspelt },
  );
