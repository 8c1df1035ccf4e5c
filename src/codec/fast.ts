import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import {
  type Check,
  fails,
  type Field,
  integer,
  number,
  ofAnything,
  ofArray,
  ofGuarded,
  ofKind,
  ofLiteral,
  ofMembers,
  ofNull,
  ofRecord,
  ofRefined,
  ofTuple,
  ofUndefined,
  ofUnion,
  ofUnknownCodec,
  same,
  text,
  truth,
  unsure,
  type Verdict,
} from './check.ts';
import { copyOf } from './copyOf.ts';
import { ofFields, ofIntersection } from './fields.ts';
import { type Guard, guardsOf } from './guarded.ts';

const simple: ReadonlyMap<t.Mixed, Check> = new Map<t.Mixed, Check>([
  [t.string, ofKind('string', text)],
  [t.number, ofKind('number', number)],
  [t.boolean, ofKind('boolean', truth)],
  [t.bigint, ofKind('bigint', 0)],
  [t.null, ofNull],
  [t.undefined, ofUndefined],
  [t.unknown, ofAnything],
  [t.UnknownArray, ofMembers(t.UnknownArray.is)],
  [t.UnknownRecord, ofMembers(t.UnknownRecord.is)],
]);

/** The checks of the codecs that came out of `fast`, and of those out of `guarded` that it has met. */
const declared = new WeakMap<t.Mixed, Check>();
/** Of the latter the guards alone: their checks without what asks the codec, which decodes anyway. */
const guardChecks = new WeakMap<t.Mixed, Check>();
const accelerated = new WeakSet<t.Mixed>();

const fieldsOf = (props: t.AnyProps, isOptional: boolean): readonly Field[] =>
  Object.keys(props).map((key) => ({ key, check: checkOf(props[key] as t.Mixed), isOptional }));

type Meaning = readonly [model: t.Mixed, toCheck: (codec: never) => Check];

const means = <C extends t.Mixed>(model: C, toCheck: (codec: C) => Check): Meaning => [model, toCheck];
const ofItems = ({ type }: { readonly type: t.Mixed }): Check => ofArray(checkOf(type));
const ofOneOf = ({ types }: { readonly types: readonly t.Mixed[] }): Check => ofUnion(types.map(checkOf));

/** One codec of each kind that is checked, as io-ts makes it, and the check of such a codec. */
const meanings: readonly Meaning[] = [
  means(t.literal(0), ({ value }) => ofLiteral(value)),
  means(t.keyof({ a: null }), ({ is }) => ofMembers(is)),
  means(t.Int, ({ type, predicate }) => ofRefined(checkOf(type), predicate as (u: unknown) => boolean)),
  means(t.array(t.number), ofItems),
  means(t.readonlyArray(t.number), ofItems),
  means(t.type({}), ({ props }) => ofFields(fieldsOf(props, false))),
  means(t.partial({}), ({ props }) => ofFields(fieldsOf(props, true))),
  means(t.record(t.string, t.number), ({ domain, codomain }) => ofRecord(checkOf(domain), checkOf(codomain))),
  means(t.union([t.string, t.number]), ofOneOf),
  means(t.union([t.type({ tag: t.literal(0) }), t.type({ tag: t.literal(1) })]), ofOneOf),
  means(t.intersection([t.type({}), t.type({})]), ({ types }) => ofIntersection(types.map(checkOf))),
  means(t.tuple([t.number]), ({ types }) => ofTuple(types.map(checkOf))),
];

const codeOf = ({ validate }: t.Mixed): string => Function.prototype.toString.call(validate);

/** A copy of a codec with another `validate` keeps the tag, but decodes in its own way. */
const wayOf = (codec: t.Mixed): string =>
  `${String((codec as { readonly _tag?: string })._tag)} ${codeOf(codec)}`;

const ways = new Map(
  meanings.map(([model, toCheck]) => [wayOf(model), toCheck as (codec: t.Mixed) => Check]),
);
// Some engines keep no source text of functions; there nothing can be told, and nothing is checked.
const isTelling = codeOf(t.array(t.number)) !== codeOf(t.tuple([t.number]));

const checkOf = (codec: t.Mixed): Check => {
  const ready = declared.get(codec) ?? simple.get(codec);
  if (ready !== undefined) return ready;
  const guards = guardsOf(codec);
  if (guards !== undefined) return declareGuarded(codec, guards);
  if (codec instanceof t.ReadonlyType) {
    const { type } = codec as unknown as t.ReadonlyC<t.Mixed>;
    return codec.validate === type.validate ? checkOf(type) : ofUnknownCodec;
  }
  return (isTelling ? ways.get(wayOf(codec))?.(codec) : undefined) ?? ofUnknownCodec;
};

/**
 * The same codec, but faster at decoding what it would hand on as it is. Whether it would is told by a check made
 * once from the codec's own structure, without `eval`; then `decode` returns the very same value. In any other case
 * io-ts decodes, so values and reports are its own.
 *
 * Checked are `t.type`, `t.partial`, `t.array`, `t.tuple`, `t.union`, `t.intersection`, `t.record` by `t.string`,
 * the primitives, literals, refinements, the readonly forms, and what was declared with {@link guarded}. A codec
 * that must contain another kind, such as `t.exact`, comes back untouched.
 *
 * @example
 * const Row = fast(t.type({ Price: t.number }));
 * const row = { Price: 1.5 };
 * Row.decode(row); // right(row), the object itself
 */
export const fast = <C extends t.Mixed>(codec: C): C => {
  const itsCheck = checkOf(codec);
  if (itsCheck === ofUnknownCodec || accelerated.has(codec)) return codec;
  const { test } = guardChecks.get(codec) ?? itsCheck;
  const copy = copyOf(codec, {
    validate: (u, context) => (test(u) === same ? E.right(u) : codec.validate(u, context)),
    decode: (u) => (test(u) === same ? E.right(u) : codec.decode(u)),
  });
  declared.set(copy, itsCheck);
  accelerated.add(copy);
  return copy;
};

/** The checks of the guards that were made of one, or are known to be one. */
const checksOfGuards = new WeakMap<Guard, Check>([
  ...[...simple].map(([{ is }, itsCheck]) => [is, itsCheck] as const),
  [Number.isSafeInteger, ofMembers(Number.isSafeInteger, integer)],
]);

/**
 * Says of which values it is sure, without decoding them, that a codec hands them on as they are: a guard for
 * {@link guarded}, where the codec sees no other values.
 *
 * @param isMisspelt Of an object with a key that the codec does not know and of which this is true, it is not sure.
 */
export const keptBy = (codec: t.Mixed, isMisspelt?: (key: string) => boolean): Guard => {
  const known = checkOf(codec);
  const itsCheck = known.fields === undefined ? known : ofFields(known.fields, isMisspelt);
  const { test } = itsCheck;
  const guard: Guard = (u) => test(u) === same;
  checksOfGuards.set(guard, itsCheck);
  return guard;
};

const checkOfGuard = (guard: Guard | t.Mixed): Check =>
  typeof guard === 'function' ? (checksOfGuards.get(guard) ?? ofMembers(guard)) : checkOf(guard);

const outcomeOf =
  (codec: t.Mixed) =>
  (u: unknown): Verdict => {
    const decoded = codec.decode(u);
    if (E.isLeft(decoded)) return fails;
    return Object.is(decoded.right, u) && !Number.isNaN(u) ? same : unsure;
  };

const declareGuarded = (codec: t.Mixed, guards: readonly (Guard | t.Mixed)[]): Check => {
  const itsGuard = ofUnion(guards.map(checkOfGuard));
  const itsCheck = ofGuarded(itsGuard, outcomeOf(codec));
  guardChecks.set(codec, itsGuard);
  declared.set(codec, itsCheck);
  return itsCheck;
};
