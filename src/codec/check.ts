/**
 * What decoding a value will come to, told without decoding it: it fails; it succeeds with the very same value; or
 * only decoding can tell.
 */
export type Verdict = 0 | 1 | 2;
export const fails = 0;
export const same = 1;
export const unsure = 2;

/** The kinds of values that are told apart without a call, as bits. `NaN` is of no kind: io-ts finds it changed. */
export const text = 1;
export const number = 2;
/** The integers that a `number` holds exactly. */
export const integer = 4;
export const truth = 8;
export const nothing = 16;

/** Foretells what one codec makes of a value. `unsure` is always a right answer, the others are promises. */
export interface Check {
  readonly test: (u: unknown) => Verdict;
  /** Every value of these kinds is `same`. */
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
}

export const check = (test: Check['test'], kinds = 0): Check => ({ test, kinds });

/** Says whether a value is of one of these kinds: what is asked first, as it costs no call once compiled. */
export const isOf = (value: unknown, kinds = 0): boolean => {
  if (typeof value === 'string') return (kinds & text) !== 0;
  if (typeof value === 'number') {
    return (kinds & number) !== 0 ? value === value : (kinds & integer) !== 0 && Number.isSafeInteger(value);
  }
  return value === null ? (kinds & nothing) !== 0 : typeof value === 'boolean' && (kinds & truth) !== 0;
};

/** Places for values, each with its check, and what was learnt there; codecs are pure, so it stays true. */
export interface Places {
  readonly checks: readonly Check[];
  readonly kinds: number[];
  /** The last text in a place that was `same`: the names of an enumeration repeat. */
  readonly known: unknown[];
}

const unset: unknown = {};

export const placesOf = (checks: readonly Check[]): Places => ({
  checks,
  kinds: checks.map(({ kinds }) => kinds),
  known: checks.map(() => unset),
});

/** The verdict on a value that is of none of the kinds of its place. */
export const judge = ({ checks, kinds, known }: Places, place: number, value: unknown): Verdict => {
  if (value === known[place]) return same;
  const verdict = checks[place]?.test(value) ?? unsure;
  if (verdict === same && typeof value === 'string') known[place] = value;
  if (verdict === same && value === null) kinds[place] = (kinds[place] ?? 0) | nothing;
  return verdict;
};

/** What io-ts takes for an object. */
export const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u);

/** For a codec nothing is known of. Whatever needs it to be `same` is this check itself. */
export const ofUnknownCodec: Check = check(() => unsure);

/** io-ts compares with `!==`, so `NaN` always looks changed to it and it copies what holds it. */
export const ofAnything: Check = check(
  (u) => (Number.isNaN(u) ? unsure : same),
  text | number | truth | nothing,
);

/** All values of a `typeof`, which must not be `object` or `undefined`. */
export const ofKind = (name: string, kinds: number): Check =>
  check((u) => (typeof u !== name ? fails : Number.isNaN(u) ? unsure : same), kinds);

/** What is in a set of values whose codec never changes them. */
export const ofMembers = (isMember: (u: unknown) => boolean, kinds = 0): Check =>
  check((u) => (isMember(u) ? same : fails), kinds);

/** One value, compared as io-ts does: `-0` is taken for `0` and then replaced by it. */
export const ofLiteral = (value: unknown): Check =>
  check((u) => (u !== value ? fails : Object.is(u, value) ? same : unsure));

export const ofNull: Check = ofLiteral(null);
export const ofUndefined: Check = ofLiteral(undefined);

/** Says whether something that must be `same` never can be. */
export const isHopeless = (checks: readonly Check[]): boolean => checks.includes(ofUnknownCodec);

export const ofRefined = (base: Check, predicate: (u: unknown) => boolean): Check =>
  isHopeless([base])
    ? ofUnknownCodec
    : check((u) => {
        const verdict = base.test(u);
        return verdict === same && !predicate(u) ? fails : verdict;
      });

/** Read by index up to the length, as io-ts does: a hole counts as `undefined`. */
export const ofArray = (item: Check): Check => {
  if (isHopeless([item])) return ofUnknownCodec;
  const places = placesOf([item]);
  const { kinds } = places;
  return check((u) => {
    if (!Array.isArray(u)) return fails;
    const items: readonly unknown[] = u;
    for (const value of items) {
      if (isOf(value, kinds[0])) continue;
      const verdict = judge(places, 0, value);
      if (verdict !== same) return verdict;
    }
    return same;
  });
};

/** A longer array is cut by io-ts, so it is not the same; a shorter one is read as if filled with `undefined`. */
export const ofTuple = (columns: readonly Check[]): Check => {
  if (isHopeless(columns)) return ofUnknownCodec;
  const { length } = columns;
  const places = placesOf(columns);
  const { kinds } = places;
  return check((u) => {
    if (!Array.isArray(u)) return fails;
    const values: readonly unknown[] = u;
    if (values.length > length) return unsure;
    for (let i = 0; i < length; i++) {
      const value = values[i];
      if (isOf(value, kinds[i])) continue;
      const verdict = judge(places, i, value);
      if (verdict !== same) return verdict;
    }
    return same;
  });
};

/** The first member that does not fail decides; while that one is unsure, no later one can be believed. */
export const ofUnion = (members: readonly Check[]): Check => {
  if (members[0] === undefined || isHopeless([members[0]])) return ofUnknownCodec;
  if (members.length === 1) return members[0];
  const decisive = members.find((member) => member !== ofNull && member !== ofUndefined);
  const test = (u: unknown): Verdict => {
    for (const member of members) {
      const verdict = member.test(u);
      if (verdict !== fails) return verdict;
    }
    return fails;
  };
  return check(test, decisive?.kinds);
};

/** All members must find the value the same; merging what each found would make a copy. */
export const ofAll = (members: readonly Check[]): Check => {
  if (isHopeless(members)) return ofUnknownCodec;
  return check((u) => {
    for (const member of members) {
      const verdict = member.test(u);
      if (verdict !== same) return verdict;
    }
    return members.length === 0 ? ofAnything.test(u) : same;
  });
};

/** Own enumerable keys, and io-ts drops those that the domain refuses. */
export const ofRecord = (domain: Check, codomain: Check): Check => {
  if (isHopeless([domain, codomain])) return ofUnknownCodec;
  return check((u) => {
    if (!isRecord(u)) return fails;
    for (const key of Object.keys(u)) {
      if (domain.test(key) !== same) return unsure;
      const verdict = codomain.test(u[key]);
      if (verdict !== same) return verdict;
    }
    return same;
  });
};

/** What the guard finds the same is; of anything else, the codec itself is asked. */
export const ofGuarded = ({ test, kinds }: Check, ask: Check['test']): Check =>
  check((u) => (test(u) === same && u === u ? same : ask(u)), kinds);
