/**
 * What decoding a value will come to, told without decoding it: it fails; it succeeds with the very same value; or
 * only decoding can tell.
 */
export type Verdict = 0 | 1 | 2;
export const fails = 0;
export const same = 1;
export const unsure = 2;

/** Foretells what one codec makes of a value. `unsure` is always a right answer, the others are promises. */
export interface Check {
  readonly test: (u: unknown) => Verdict;
  /** Every value of this {@link isOfKind kind} is `same`; empty where there is no such kind. */
  readonly kind: string;
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

export const check = (test: Check['test'], kind = ''): Check => ({ test, kind });

/** The kind of the integers that a `number` holds exactly; every other kind is a `typeof`. */
export const safeInteger = 'safe integer';

/**
 * Says whether a value is of a kind: what the loops ask first, for a call for each value would cost more than all
 * the rest. `NaN` is of no kind, as io-ts finds it changed.
 */
export const isOfKind = (value: unknown, kind: string | undefined): boolean =>
  typeof value === kind ? value === value : kind === safeInteger && Number.isSafeInteger(value);

/** What io-ts takes for an object. */
export const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u);

/** For a codec nothing is known of. Whatever needs it to be `same` is this check itself. */
export const ofUnknownCodec: Check = check(() => unsure);

/** io-ts compares with `!==`, so `NaN` always looks changed to it and it copies what holds it. */
export const ofAnything: Check = check((u) => (Number.isNaN(u) ? unsure : same));

/** All values of a `typeof`, which must not be `object` or `undefined`. */
export const ofKind = (kind: string): Check =>
  check((u) => (typeof u !== kind ? fails : Number.isNaN(u) ? unsure : same), kind);

/** What is in a set of values whose codec never changes them. */
export const ofMembers = (isMember: (u: unknown) => boolean, kind = ''): Check =>
  check((u) => (isMember(u) ? same : fails), kind);

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
  const { test, kind } = item;
  return check((u) => {
    if (!Array.isArray(u)) return fails;
    const items: readonly unknown[] = u;
    for (const value of items) {
      if (isOfKind(value, kind)) continue;
      const verdict = test(value);
      if (verdict !== same) return verdict;
    }
    return same;
  });
};

/** A longer array is cut by io-ts, so it is not the same; a shorter one is read as if filled with `undefined`. */
export const ofTuple = (columns: readonly Check[]): Check => {
  if (isHopeless(columns)) return ofUnknownCodec;
  const { length } = columns;
  const tests = columns.map(({ test }) => test);
  const kinds = columns.map(({ kind }) => kind);
  return check((u) => {
    if (!Array.isArray(u)) return fails;
    const values: readonly unknown[] = u;
    if (values.length > length) return unsure;
    for (let i = 0; i < length; i++) {
      const value = values[i];
      if (isOfKind(value, kinds[i])) continue;
      const verdict = tests[i]?.(value) ?? unsure;
      if (verdict !== same) return verdict;
    }
    return same;
  });
};

/** The first member that does not fail decides; while that one is unsure, no later one can be believed. */
export const ofUnion = (members: readonly Check[]): Check => {
  if (members[0] === undefined || isHopeless([members[0]])) return ofUnknownCodec;
  const tests = members.map(({ test }) => test);
  const decisive = members.find((member) => member !== ofNull && member !== ofUndefined);
  const test = (u: unknown): Verdict => {
    for (const testMember of tests) {
      const verdict = testMember(u);
      if (verdict !== fails) return verdict;
    }
    return fails;
  };
  return check(test, decisive?.kind);
};

/** All members must find the value the same; merging what each found would make a copy. */
export const ofAll = (members: readonly Check[]): Check => {
  if (isHopeless(members)) return ofUnknownCodec;
  if (members.length === 0) return ofAnything;
  const tests = members.map(({ test }) => test);
  return check((u) => {
    for (const testMember of tests) {
      const verdict = testMember(u);
      if (verdict !== same) return verdict;
    }
    return same;
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
export const ofGuarded = ({ test, kind }: Check, ask: Check['test']): Check => {
  // Nullable and optional fields ask for these all the time, and the answer is always the same.
  let ofNoValue: Verdict | undefined;
  let ofAbsence: Verdict | undefined;
  return check((u) => {
    if (test(u) === same && u === u) return same;
    if (u === null) return (ofNoValue ??= ask(u));
    return u === undefined ? (ofAbsence ??= ask(u)) : ask(u);
  }, kind);
};

/** Says whether decoding would hand on the very same value. */
export const isKeptBy =
  ({ test }: Check): ((u: unknown) => boolean) =>
  (u) =>
    test(u) === same;
