import * as checks from './check.ts';
import type { Check, Field, Outcome, Places } from './check.ts';
import * as forgiving from './forgiven.ts';
import { type CheckOfKey, type Layout, layoutOf, standingAfter, turned } from './layouts.ts';
import * as standings from './standing.ts';
import type { Value } from './standing.ts';

// In CommonJS an imported name is read through a getter each time, which costs three times what is done here.
const { check, fails, isDecoded, isHopeless, isOf, isRecord, judge, unsure } = checks;
const { ofAll, ofAnything, ofUnknownCodec } = checks;
const { isCopied, kept, standingOf, standingOfAll } = standings;
const { forgiven, withoutDropped } = forgiving;
const { getOwnPropertySymbols, getPrototypeOf, hasOwn, prototype } = Object;

/** Says of a key that the codec does not know whether it may be one that it knows, in another spelling. */
export type IsMisspelt = (key: string) => boolean;

/** What an object codec knows of its fields. */
interface Known {
  readonly fields: readonly Field[];
  readonly fieldOf: ReadonlyMap<string, Field>;
  readonly isMisspelt: IsMisspelt | undefined;
  readonly checkOfKey: CheckOfKey;
}

const knownOf = (given: readonly Field[], isMisspelt: IsMisspelt | undefined): Known => {
  const fields = given.map(forgiven);
  const fieldOf = new Map(fields.map((field) => [field.key, field]));
  const checkOfKey = (key: string): Check =>
    fieldOf.get(key)?.check ?? (isMisspelt?.(key) === true ? ofUnknownCodec : ofAnything);
  return { fields, fieldOf, isMisspelt, checkOfKey };
};

const ofUndefinedAt = ({ fieldOf }: Known, places: Places, met: number, u: Value, key: string): Outcome => {
  const field = fieldOf.get(key);
  if (field === undefined) return judge(places, met, undefined);
  const standing = standingOf(field, u, undefined);
  return standing === kept ? undefined : standing;
};

/** What becomes of a value under a key that is of none of the kinds of its place. */
const outcomeAt = (
  known: Known,
  places: Places,
  met: number,
  u: Value,
  key: string,
  value: unknown,
): Outcome => {
  const outcome = value === undefined ? ofUndefinedAt(known, places, met, u, key) : judge(places, met, value);
  return outcome === fails && !isCopied(u, key) ? unsure : outcome;
};

/** What becomes of an object whose keys are without rule. */
const byName = ({ fields, isMisspelt }: Known, u: Value): Outcome => {
  const standing = isMisspelt === undefined ? standingOfAll(fields, u) : unsure;
  return standing === kept ? u : standing;
};

type Copy = Record<string, unknown>;

const isPlain = (u: Value): boolean =>
  getPrototypeOf(u) === prototype && getOwnPropertySymbols(u).length === 0 && !hasOwn(u, '__proto__');

/** Puts a value into the copy, or into one as io-ts makes it; `undefined` where there can be none, or no value is. */
const put = (u: Value, copy: Copy | undefined, key: string, outcome: Outcome): Copy | undefined => {
  if (!isDecoded(outcome) || (copy === undefined && !isPlain(u))) return undefined;
  const changed = copy ?? { ...u };
  changed[key] = outcome;
  return changed;
};

/** What becomes of an object of whose keys so many were met, which are all that can be seen. */
const outcomeAfter = (
  known: Known,
  layout: Layout,
  met: number,
  u: Value,
  copy: Value | undefined,
): Outcome => {
  const standing = standingAfter(layout, met, known.fields, u);
  if (standing === kept) return copy === undefined ? u : withoutDropped(copy);
  return standing ?? (copy === undefined ? byName(known, u) : unsure);
};

/** Of a value that no copy can take: what is known of the whole object. */
const undecided = (outcome: Outcome): Outcome => (outcome === fails ? fails : unsure);

/**
 * The check of an object codec. The engine reads `u[key]` fast only where the key comes from `for (key in u)`, so
 * the fields are met in the order of the object. The layouts seen are kept, which also tells which fields are not
 * met; so it costs little that an object lacks what another has.
 *
 * @param isMisspelt A key of which it is true makes a value `unsure`.
 */
export const ofFields = (fields: readonly Field[], isMisspelt?: IsMisspelt): Check => {
  if (isHopeless(fields.map((field) => field.check))) return ofUnknownCodec;
  const known = knownOf(fields, isMisspelt);
  let layout = layoutOf([...known.fieldOf.keys()], known.checkOfKey);
  const layouts = [layout];
  /** Says whether there is a layout for an object that has another key there than the present one. */
  const turn = (u: Value, met: number, key: string): boolean => {
    const other = turned(layouts, layout.keys.slice(0, met), key, u, known.checkOfKey);
    if (other !== undefined) layout = other;
    return other !== undefined;
  };
  const outcomeOf = (u: unknown): Outcome => {
    if (!isRecord(u)) return fails;
    let { keys, places } = layout;
    let { kinds } = places;
    let met = 0;
    let copy: Copy | undefined;
    for (const key in u) {
      if (key !== keys[met]) {
        if (!turn(u, met, key)) return byName(known, u);
        ({ keys, places } = layout);
        ({ kinds } = places);
      }
      const value = u[key];
      if (!isOf(value, kinds[met])) {
        const outcome = outcomeAt(known, places, met, u, key, value);
        if (outcome !== value) {
          copy = put(u, copy, key, outcome);
          if (copy === undefined) return undecided(outcome);
        }
      }
      met++;
    }
    return outcomeAfter(known, layout, met, u, copy);
  };
  return { ...check(outcomeOf), fields };
};

/** The check of a `recordOf`: of its fields, of which those that are forgiving may be dropped. */
export const ofRecordOf = (fields: readonly Field[]): Check => {
  if (new Set(fields.map(({ key }) => key)).size < fields.length) return ofUnknownCodec;
  return ofFields(fields);
};

/** The check of an intersection; one of objects alone is checked as the one object that it describes. */
export const ofIntersection = (members: readonly Check[]): Check => {
  const fields = members.flatMap((member) => member.fields ?? []);
  const isOneObject =
    members.length > 0 &&
    members.every((member) => member.fields !== undefined) &&
    // What one member drops, io-ts puts in again from another.
    !fields.some(({ isForgiving }) => isForgiving) &&
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
