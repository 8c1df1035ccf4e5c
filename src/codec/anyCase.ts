import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { fast, guarded } from './fast.ts';
import { isObject } from './isObject.ts';
import { mended } from './mended.ts';

type Spelling = ReadonlyMap<string, string>;

/** How a key is spelt by the codec, where the object holds it in another spelling only. */
const properKey = (key: string, u: object, spelling: Spelling): string => {
  const proper = spelling.get(key.toLowerCase());
  return proper === undefined || proper in u ? key : proper;
};

const isProper = (u: object, spelling: Spelling): boolean => {
  for (const key in u) if (properKey(key, u, spelling) !== key) return false;
  return true;
};

const respelt = (u: unknown, spelling: Spelling): unknown => {
  if (!isObject(u) || isProper(u, spelling)) return u;
  return Object.fromEntries(Object.entries(u).map(([key, value]) => [properKey(key, u, spelling), value]));
};

const isKept = (codec: t.Mixed, u: unknown): boolean => {
  const decoded = codec.decode(u);
  return E.isRight(decoded) && decoded.right === u;
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
  const proper = fast(codec);
  return guarded(
    mended(proper, (u) => respelt(u, spelling)),
    (u) => isObject(u) && isProper(u, spelling) && isKept(proper, u),
  );
};
