import type * as t from 'io-ts';
import { fast } from './fast.ts';
import { isObject } from '../isObject.ts';
import { type Mended, mended } from './mended.ts';

/** Tells how the codec spells a key; a key that it does not know stays. */
type Spell = (key: string) => string;

/** After so many spellings, others are looked up each time. */
const maxRemembered = 512;

const createSpell = (byLowerCase: ReadonlyMap<string, string>): Spell => {
  const remembered = new Map<string, string>();
  return (key) => {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const proper = byLowerCase.get(key.toLowerCase()) ?? key;
    if (remembered.size < maxRemembered) remembered.set(key, proper);
    return proper;
  };
};

const respelt = (u: unknown, spell: Spell): unknown => {
  // To copy such a key would change what the copy inherits.
  if (!isObject(u) || Object.hasOwn(u, '__proto__')) return u;
  const copy: Record<string, unknown> = {};
  let isChanged = false;
  for (const key in u) {
    const proper = spell(key);
    // A key that is spelt as the codec says goes first.
    const isMisspelt = proper !== key && !(proper in u);
    copy[isMisspelt ? proper : key] = u[key];
    isChanged ||= isMisspelt;
  }
  return isChanged ? copy : u;
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
): Mended<t.IntersectionC<[t.TypeC<R>, t.PartialC<P>]>> => {
  const [required, optional] = codec.types;
  const keys = [...Object.keys(required.props), ...Object.keys(optional.props)];
  const byLowerCase = new Map(keys.map((key) => [key.toLowerCase(), key]));
  const spell = createSpell(byLowerCase);
  return fast(
    mended(
      codec,
      (u) => respelt(u, spell),
      (key) => byLowerCase.has(key.toLowerCase()),
    ),
  );
};
