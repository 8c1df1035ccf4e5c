import * as checks from './check.ts';
import type { Check, Field, Outcome, Places } from './check.ts';

// In CommonJS an imported name is read through a getter each time, which costs three times what is done here.
const { check, fails, isDecoded, isHopeless, isOf, isRecord, judge, placesOf, unsure } = checks;
const { ofAll, ofAnything, ofUnknownCodec } = checks;
const { getOwnPropertyNames, getOwnPropertySymbols, getPrototypeOf, hasOwn, prototype } = Object;

type Value = Readonly<Record<string, unknown>>;

/** What becomes of fields that are not met in their place: `kept` where they stay as they are, `fails`, or `unsure`. */
type Standing = symbol;
const kept: Standing = Symbol('kept');

/** Whether a copy has it too. What has it not may be gone when io-ts looks, and then it refuses nothing there. */
const isCopied = (u: Value, key: string): boolean => prototype.propertyIsEnumerable.call(u, key);

const standingOf = ({ key, check: { outcomeOf }, isOptional }: Field, u: Value, value: unknown): Standing => {
  const outcome = outcomeOf(value);
  if (outcome === fails && value === undefined) return isOptional ? kept : fails;
  if (outcome === fails) return isCopied(u, key) ? fails : unsure;
  if (outcome !== value) return unsure;
  // io-ts puts in a required key that is not there.
  return value === undefined && !isOptional && !hasOwn(u, key) ? unsure : kept;
};

const standingOfAll = (fields: readonly Field[], u: Value): Standing => {
  for (const field of fields) {
    const standing = standingOf(field, u, u[field.key]);
    if (standing !== kept) return standing;
  }
  return kept;
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
  readonly standing: Standing;
}

const endAfter = (keys: readonly string[], fields: readonly Field[]): End => {
  const absent = fields.filter(({ key }) => !keys.includes(key));
  return { isWhole: absent.length === 0, standing: standingOfAll(absent, {}) };
};

/** Whether an object has nothing but so many keys that were met: none hidden, and no prototype but that of `{}`. */
const isBare = (u: Value, count: number): boolean =>
  getPrototypeOf(u) === prototype && getOwnPropertyNames(u).length === count;

/** A copy as io-ts makes one to put a value in; `undefined` where the two could differ. */
const plainCopyOf = (u: Value): Record<string, unknown> | undefined =>
  getPrototypeOf(u) === prototype && getOwnPropertySymbols(u).length === 0 && !hasOwn(u, '__proto__')
    ? { ...u }
    : undefined;

const keysIn = (u: Value): readonly string[] => {
  const keys: string[] = [];
  for (const key in u) keys.push(key);
  return keys;
};

/** After so many different layouts they are taken to be without rule, and so is an object of so many keys. */
const maxLayouts = 32;
const maxKeys = 512;

/** Says of a key that the codec does not know whether it may be one that it knows, in another spelling. */
export type IsMisspelt = (key: string) => boolean;

/**
 * The check of an object codec. The engine reads `u[key]` fast only where the key comes from `for (key in u)`, so
 * the fields are met in the order of the object. The layouts seen are kept, which also tells which fields are not
 * met; so it costs little that an object lacks what another has.
 *
 * @param isMisspelt A key of which it is true makes a value `unsure`.
 */
export const ofFields = (fields: readonly Field[], isMisspelt?: IsMisspelt): Check => {
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

  const byName = (u: Value): Outcome => {
    const standing = isMisspelt === undefined ? standingOfAll(fields, u) : unsure;
    return standing === kept ? u : standing;
  };

  const outcomeOf = (u: unknown): Outcome => {
    if (!isRecord(u)) return fails;
    let { keys, places } = layout;
    let { kinds } = places;
    let met = 0;
    let copy: Record<string, unknown> | undefined;
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
        const outcome = field === undefined ? judge(places, met, value) : standingOf(field, u, value);
        if (outcome !== value && outcome !== kept) {
          if (!isDecoded(outcome)) return outcome === fails && !isCopied(u, key) ? unsure : outcome;
          copy ??= plainCopyOf(u);
          if (copy === undefined) return unsure;
          copy[key] = outcome;
        }
      }
      met++;
    }
    const end = (layout.ends[met] ??= endAfter(keys.slice(0, met), fields));
    if (end.isWhole || (end.standing === kept && isBare(u, met))) return copy ?? u;
    return isBare(u, met) ? end.standing : copy === undefined ? byName(u) : unsure;
  };
  return { ...check(outcomeOf), fields };
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

/** The check of a codec that sees a value only once it is mended. */
export const ofMended = (base: Check, mend: (u: unknown) => unknown, isMisspelt?: IsMisspelt): Check => {
  if (isHopeless([base])) return ofUnknownCodec;
  const mending = (u: unknown): Outcome => base.outcomeOf(mend(u));
  if (isMisspelt === undefined || base.fields === undefined) return check(mending);
  const asItIs = ofFields(base.fields, isMisspelt);
  return check((u) => {
    const outcome = asItIs.outcomeOf(u);
    return outcome === unsure ? mending(u) : outcome;
  });
};
