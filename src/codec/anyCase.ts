import type * as t from 'io-ts';
import { fast, keptBy } from './fast.ts';
import { guarded } from './guarded.ts';
import { isObject } from './isObject.ts';
import { mended } from './mended.ts';

/** How the keys of a codec are spelt. */
interface Spelling {
  readonly proper: ReadonlySet<string>;
  /** The proper spelling by the same in lower case. */
  readonly byLowerCase: ReadonlyMap<string, string>;
}

/** How a key is spelt by the codec, where the object holds it in another spelling only. */
const properKey = (key: string, u: object, spelling: Spelling): string => {
  const proper = spelling.byLowerCase.get(key.toLowerCase());
  return proper === undefined || proper in u ? key : proper;
};

const isProper = (u: object, spelling: Spelling): boolean => {
  for (const key in u) {
    // Nearly all keys are proper, and to look one up costs least.
    if (!spelling.proper.has(key) && properKey(key, u, spelling) !== key) return false;
  }
  return true;
};

const respelt = (u: unknown, spelling: Spelling): unknown => {
  if (!isObject(u) || isProper(u, spelling)) return u;
  return Object.fromEntries(Object.entries(u).map(([key, value]) => [properKey(key, u, spelling), value]));
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
  const spelling: Spelling = {
    proper: new Set(keys),
    byLowerCase: new Map(keys.map((key) => [key.toLowerCase(), key])),
  };
  return fast(
    guarded(
      mended(codec, (u) => respelt(u, spelling)),
      keptBy(codec, (key) => spelling.byLowerCase.has(key.toLowerCase())),
    ),
  );
};
