import { isWide } from './isWide.ts';

/** What an {@link Outcome} is of a value that the codec refuses. */
export const fails: unique symbol = Symbol('fails');
/** What an {@link Outcome} is where only io-ts can tell. */
export const unsure: unique symbol = Symbol('unsure');
/** What an {@link Outcome} is of a field that the record is better off without. */
export const dropped: unique symbol = Symbol('dropped');

/**
 * What decoding makes of a value, told without io-ts: the very same value, or the one that it becomes; or
 * {@link fails}, or {@link unsure}.
 */
export type Outcome = unknown;

/** Says whether an outcome is a value. */
export const isDecoded = (outcome: Outcome): boolean => outcome !== fails && outcome !== unsure;

/** The kinds of values that are told apart without a call, as bits. `NaN` is of no kind: io-ts finds it changed. */
export const text = 1;
/** All numbers but `NaN`. */
export const number = 2;
/** The integers that a `number` holds exactly. */
export const integer = 4;
/** Both booleans. */
export const truth = 8;
/** `null` alone. */
export const nothing = 16;
/** The integers that only a `bigint` holds. */
export const wide = 32;

/** Decodes as one codec does. `unsure` is always a right answer, the others are promises. */
export interface Check {
  readonly outcomeOf: (u: unknown) => Outcome;
  /** Every value of these kinds stays the same. */
  readonly kinds: number;
  /** Where it checks an object field by field: the fields. */
  readonly fields?: readonly Field[];
}

/** One field of an object codec. */
export interface Field {
  readonly key: string;
  readonly check: Check;
  /** Whether, as in a `t.partial`, its codec may refuse `undefined`. */
  readonly isOptional: boolean;
  /** Whether, as in a `recordOf`, it is left out where something in its place says that there is nothing. */
  readonly isForgiving?: boolean;
}

/** A {@link Check} of what decoding makes of a value; `kinds` are those of which it changes none. */
export const check = (outcomeOf: Check['outcomeOf'], kinds = 0): Check => ({ outcomeOf, kinds });

/** Says whether a value is of one of these kinds: what is asked first, as it costs no call once compiled. */
export const isOf = (value: unknown, kinds = 0): boolean => {
  if (typeof value === 'string') return (kinds & text) !== 0;
  if (typeof value === 'number') {
    return (kinds & number) !== 0 ? value === value : (kinds & integer) !== 0 && Number.isSafeInteger(value);
  }
  if (value === null) return (kinds & nothing) !== 0;
  if (typeof value === 'boolean') return (kinds & truth) !== 0;
  return (kinds & wide) !== 0 && isWide(value);
};

/** Places for values, each with its check, and what was learnt there; codecs are pure, so it stays true. */
export interface Places {
  readonly checks: readonly Check[];
  readonly kinds: number[];
  /** The last text in a place that stayed the same: the names of an enumeration repeat. */
  readonly known: unknown[];
}

const unset: unknown = {};

/** Places for which nothing has been learnt yet. */
export const placesOf = (checks: readonly Check[]): Places => ({
  checks,
  kinds: checks.map(({ kinds }) => kinds),
  known: checks.map(() => unset),
});

/** The outcome for a value that is of none of the kinds of its place. */
export const judge = ({ checks, kinds, known }: Places, place: number, value: unknown): Outcome => {
  if (value === known[place]) return value;
  const check = checks[place];
  if (check === undefined) return unsure;
  const outcome = check.outcomeOf(value);
  if (outcome === value) {
    if (typeof value === 'string') known[place] = value;
    if (value === null) kinds[place] = (kinds[place] ?? 0) | nothing;
  }
  return outcome;
};

/** What io-ts takes for an object. */
export const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u);

/** For a codec nothing is known of. Whatever needs it to tell is this check itself. */
export const ofUnknownCodec: Check = check(() => unsure);

/** io-ts compares with `!==`, so `NaN` always looks changed to it and it copies what holds it. */
export const ofAnything: Check = check(
  (u) => (Number.isNaN(u) ? unsure : u),
  text | number | truth | nothing,
);

/** All values of a `typeof`, which must not be `object` or `undefined`. */
export const ofKind = (name: string, kinds: number): Check =>
  check((u) => (typeof u !== name ? fails : Number.isNaN(u) ? unsure : u), kinds);

/** What is in a set of values whose codec never changes them. */
export const ofMembers = (isMember: (u: unknown) => boolean, kinds = 0): Check =>
  check((u) => (isMember(u) ? u : fails), kinds);

/** One value, compared as io-ts does: `-0` is taken for `0` and then replaced by it. */
export const ofLiteral = (value: unknown): Check =>
  check((u) => (u !== value ? fails : Object.is(u, value) ? u : unsure));

/** `null`, the very check that a union knows as no reason to be asked. */
export const ofNull: Check = ofLiteral(null);
/** `undefined`, in the same way. */
export const ofUndefined: Check = ofLiteral(undefined);

/** Says whether something that must be decoded never can be. */
export const isHopeless = (checks: readonly Check[]): boolean => checks.includes(ofUnknownCodec);

/** What another check makes of a value, if the predicate holds for it. */
export const ofRefined = (base: Check, predicate: (u: unknown) => boolean): Check =>
  isHopeless([base])
    ? ofUnknownCodec
    : check((u) => {
        const outcome = base.outcomeOf(u);
        return isDecoded(outcome) && !predicate(outcome) ? fails : outcome;
      });

/** Read by index up to the length, as io-ts does: a hole counts as `undefined`. */
export const ofArray = (item: Check): Check => {
  if (isHopeless([item])) return ofUnknownCodec;
  const places = placesOf([item]);
  const { kinds } = places;
  return check((u) => {
    if (!Array.isArray(u)) return fails;
    const items: readonly unknown[] = u;
    let copy: unknown[] | undefined;
    let i = 0;
    for (const value of items) {
      if (!isOf(value, kinds[0])) {
        const outcome = judge(places, 0, value);
        if (outcome !== value) {
          if (!isDecoded(outcome)) return outcome;
          (copy ??= items.slice())[i] = outcome;
        }
      }
      i += 1;
    }
    return copy ?? items;
  });
};

/** A list whose rows are left out where they are refused: which, only io-ts can tell; and so of what is no list. */
export const ofTolerantList = (row: Check, isNothing: (u: unknown) => boolean): Check => {
  if (isHopeless([row])) return ofUnknownCodec;
  const { outcomeOf } = ofArray(row);
  return check((u) => {
    const outcome = outcomeOf(u);
    return outcome === fails && (Array.isArray(u) || isNothing(u)) ? unsure : outcome;
  });
};

/** A longer array is cut by io-ts, and a shorter one is read as if filled with `undefined`. */
export const ofTuple = (columns: readonly Check[]): Check => {
  if (isHopeless(columns)) return ofUnknownCodec;
  const { length } = columns;
  const places = placesOf(columns);
  const { kinds } = places;
  return check((u) => {
    if (!Array.isArray(u)) return fails;
    const values: readonly unknown[] = u;
    if (values.length > length) return unsure;
    let copy: unknown[] | undefined;
    for (let i = 0; i < length; i++) {
      const value = values[i];
      if (isOf(value, kinds[i])) continue;
      const outcome = judge(places, i, value);
      if (outcome === value) continue;
      if (!isDecoded(outcome)) return outcome;
      (copy ??= values.slice())[i] = outcome;
    }
    return copy ?? values;
  });
};

/** The first member that does not fail decides; while that one is unsure, no later one can be believed. */
export const ofUnion = (members: readonly Check[]): Check => {
  if (members[0] === undefined || isHopeless([members[0]])) return ofUnknownCodec;
  if (members.length === 1) return members[0];
  const decisive = members.find((member) => member !== ofNull && member !== ofUndefined);
  const outcomeOf = (u: unknown): Outcome => {
    for (const member of members) {
      const outcome = member.outcomeOf(u);
      if (outcome !== fails) return outcome;
    }
    return fails;
  };
  return check(outcomeOf, decisive?.kinds);
};

/** A value must stay the same for all members; how io-ts merges what each made of it is left to it. */
export const ofAll = (members: readonly Check[]): Check => {
  if (isHopeless(members)) return ofUnknownCodec;
  return check((u) => {
    for (const member of members) {
      const outcome = member.outcomeOf(u);
      if (outcome !== u) return outcome === fails ? fails : unsure;
    }
    return members.length === 0 ? ofAnything.outcomeOf(u) : u;
  });
};

/** Own enumerable keys, and io-ts drops those that the domain refuses. */
export const ofRecord = (domain: Check, codomain: Check): Check => {
  if (isHopeless([domain, codomain])) return ofUnknownCodec;
  return check((u) => {
    if (!isRecord(u)) return fails;
    for (const key of Object.keys(u)) {
      if (domain.outcomeOf(key) !== key) return unsure;
      const outcome = codomain.outcomeOf(u[key]);
      if (outcome !== u[key]) return outcome === fails ? fails : unsure;
    }
    return u;
  });
};

/** What one of the guards finds the same is; of anything else, the codec itself is asked. */
export const ofGuarded = (guards: readonly Check[], ask: Check['outcomeOf']): Check =>
  check(
    (u) => {
      for (const guard of guards) if (guard.outcomeOf(u) === u) return u;
      return ask(u);
    },
    guards.reduce((kinds, guard) => kinds | guard.kinds, 0),
  );
