import * as checks from './check.ts';
import type { Check, Field, Places, Verdict } from './check.ts';

// In CommonJS an imported name is read through a getter each time, which costs three times what is done here.
const { check, isHopeless, isOf, isRecord, judge, ofAll, ofAnything, ofUnknownCodec, placesOf } = checks;
const { fails, same, unsure } = checks;
const { getOwnPropertyNames, getPrototypeOf, hasOwn, prototype } = Object;

type Value = Readonly<Record<string, unknown>>;

const verdictOf = ({ key, check: { test }, isOptional }: Field, u: Value, value: unknown): Verdict => {
  const verdict = test(value);
  if (value !== undefined || verdict === unsure) return verdict;
  if (isOptional) return same;
  // io-ts puts in a required key that is not there.
  return verdict === same && !hasOwn(u, key) ? unsure : verdict;
};

const verdictOfAll = (fields: readonly Field[], u: Value): Verdict => {
  for (const field of fields) {
    const verdict = verdictOf(field, u, u[field.key]);
    if (verdict !== same) return verdict;
  }
  return same;
};

/** The keys of an object in their order, and what stands under each. */
interface Layout {
  readonly keys: readonly string[];
  readonly places: Places;
  /** By how many of the keys an object had: what it comes to that it had no more. */
  readonly ends: (End | undefined)[];
}

interface End {
  /** Whether all fields were met. */
  readonly isWhole: boolean;
  /** What it comes to that a bare object has no others. */
  readonly verdict: Verdict;
}

const endAfter = (keys: readonly string[], fields: readonly Field[]): End => {
  const absent = fields.filter(({ key }) => !keys.includes(key));
  return { isWhole: absent.length === 0, verdict: verdictOfAll(absent, {}) };
};

/** Whether an object has nothing but so many keys that were met: none hidden, and no prototype but that of `{}`. */
const isBare = (u: Value, count: number): boolean =>
  getPrototypeOf(u) === prototype && getOwnPropertyNames(u).length === count;

const keysIn = (u: Value): readonly string[] => {
  const keys: string[] = [];
  for (const key in u) keys.push(key);
  return keys;
};

/** After so many different layouts they are taken to be without rule, and so is an object of so many keys. */
const maxLayouts = 32;
const maxKeys = 512;

/**
 * The check of an object codec. The engine reads `u[key]` fast only where the key comes from `for (key in u)`, so
 * the fields are met in the order of the object. The layouts seen are kept, which also tells which fields are not
 * met; so it costs little that an object lacks what another has.
 *
 * @param isMisspelt Says of keys that the codec does not know which ones make a value `unsure`.
 */
export const ofFields = (fields: readonly Field[], isMisspelt?: (key: string) => boolean): Check => {
  if (isHopeless(fields.map((field) => field.check))) return ofUnknownCodec;
  const fieldOf = new Map(fields.map((field) => [field.key, field]));
  const checkOfKey = (key: string): Check =>
    fieldOf.get(key)?.check ?? (isMisspelt?.(key) === true ? ofUnknownCodec : ofAnything);

  const layoutOf = (keys: readonly string[]): Layout => ({
    keys,
    places: placesOf(keys.map(checkOfKey)),
    ends: [],
  });
  let layout = layoutOf(fields.map(({ key }) => key));
  const layouts = [layout];

  /** The layout of an object that has the same keys as the present one up to a place, and another one there. */
  const turn = (u: Value, met: number, key: string): Layout | undefined => {
    const { keys } = layout;
    const other = layouts.find(
      (one) => one.keys[met] === key && one.keys.every((k, i) => i >= met || k === keys[i]),
    );
    if (other !== undefined) return other;
    const all = keysIn(u);
    if (layouts.length === maxLayouts || all.length > maxKeys) return undefined;
    const made = layoutOf(all);
    layouts.push(made);
    return made;
  };

  const byName = (u: Value): Verdict => (isMisspelt === undefined ? verdictOfAll(fields, u) : unsure);

  const test = (u: unknown): Verdict => {
    if (!isRecord(u)) return fails;
    let { keys, places } = layout;
    let { kinds } = places;
    let met = 0;
    for (const key in u) {
      if (key !== keys[met]) {
        const other = turn(u, met, key);
        if (other === undefined) return byName(u);
        layout = other;
        ({ keys, places } = other);
        ({ kinds } = places);
      }
      const value = u[key];
      if (!isOf(value, kinds[met])) {
        const field = value === undefined ? fieldOf.get(key) : undefined;
        const verdict = field === undefined ? judge(places, met, value) : verdictOf(field, u, value);
        if (verdict !== same) return verdict;
      }
      met++;
    }
    const end = (layout.ends[met] ??= endAfter(keys.slice(0, met), fields));
    if (end.isWhole) return same;
    return isBare(u, met) ? end.verdict : byName(u);
  };
  return { ...check(test), fields };
};

/** The check of an intersection; one of objects alone is checked as the one object that it describes. */
export const ofIntersection = (members: readonly Check[]): Check => {
  const fields = members.flatMap((member) => member.fields ?? []);
  const isOneObject =
    members.length > 0 &&
    members.every((member) => member.fields !== undefined) &&
    new Set(fields.map(({ key }) => key)).size === fields.length;
  return isOneObject ? ofFields(fields) : ofAll(members);
};
