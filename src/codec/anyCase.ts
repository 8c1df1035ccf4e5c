import type * as t from 'io-ts';
import { isObject } from './isObject.ts';
import { mended } from './mended.ts';

type Spelling = ReadonlyMap<string, string>;

const respelt = (u: unknown, spelling: Spelling): unknown => {
  if (!isObject(u)) return u;
  const entries = Object.entries(u).map(([key, value]) => {
    const known = spelling.get(key.toLowerCase()) ?? key;
    return [known in u ? key : known, value] as const;
  });
  return entries.every(([key]) => key in u) ? u : Object.fromEntries(entries);
};

/**
 * A record whose keys are read without regard to case, for those that gateways spell in more than one way. A key
 * spelt as the codec says goes first; keys that the codec does not know stay.
 *
 * @example
 * const Login = anyCase(t.intersection([t.type({ Authenticated: t.boolean }), t.partial({})]));
 * Login.decode({ authenticated: true }); // right({ Authenticated: true })
 */
export const anyCase = <R extends t.Props, P extends t.Props>(
  codec: t.IntersectionC<[t.TypeC<R>, t.PartialC<P>]>,
): t.Type<t.TypeOf<typeof codec>, t.OutputOf<typeof codec>> => {
  const [required, optional] = codec.types;
  const keys = [...Object.keys(required.props), ...Object.keys(optional.props)];
  const spelling: Spelling = new Map(keys.map((key) => [key.toLowerCase(), key]));
  return mended(codec, (u) => respelt(u, spelling));
};
