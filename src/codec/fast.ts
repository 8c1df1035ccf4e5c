import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import {
  type Check,
  fails,
  type Field,
  isKeptBy,
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
  safeInteger,
  same,
  unsure,
  type Verdict,
} from './check.ts';
import { ofFields, ofIntersection } from './fields.ts';

const simple: ReadonlyMap<t.Mixed, Check> = new Map<t.Mixed, Check>([
  [t.string, ofKind('string')],
  [t.number, ofKind('number')],
  [t.boolean, ofKind('boolean')],
  [t.bigint, ofKind('bigint')],
  [t.null, ofNull],
  [t.undefined, ofUndefined],
  [t.unknown, ofAnything],
  [t.UnknownArray, ofMembers(t.UnknownArray.is)],
  [t.UnknownRecord, ofMembers(t.UnknownRecord.is)],
]);

/** The checks of the codecs that came out of `fast` and `guarded`. */
const declared = new WeakMap<t.Mixed, Check>();
/** The guards of those that came out of `guarded`: their checks without what asks the codec, which decodes anyway. */
const guards = new WeakMap<t.Mixed, Check>();
const accelerated = new WeakSet<t.Mixed>();

type Combined =
  | t.LiteralType<string | number | boolean>
  | t.KeyofType<Readonly<Record<string, unknown>>>
  | t.RefinementType<t.Mixed>
  | t.ArrayType<t.Mixed>
  | t.ReadonlyArrayType<t.Mixed>
  | t.InterfaceType<t.AnyProps>
  | t.PartialType<t.AnyProps>
  | t.DictionaryType<t.Mixed, t.Mixed>
  | t.UnionType<t.Mixed[]>
  | t.IntersectionType<t.Mixed[]>
  | t.TupleType<t.Mixed[]>
  | t.ReadonlyType<t.Mixed>;

const codeOf = ({ validate }: t.Mixed): string => Function.prototype.toString.call(validate);
const wayOf = (codec: t.Mixed & { readonly _tag: string }): string => `${codec._tag} ${codeOf(codec)}`;

/** One codec of each kind that is checked, as io-ts makes it. */
const models: readonly (t.Mixed & { readonly _tag: string })[] = [
  t.literal(0),
  t.keyof({ a: null }),
  t.Int,
  t.array(t.number),
  t.readonlyArray(t.number),
  t.type({}),
  t.partial({}),
  t.record(t.string, t.number),
  t.union([t.string, t.number]),
  t.union([t.type({ tag: t.literal(0) }), t.type({ tag: t.literal(1) })]),
  t.intersection([t.type({}), t.type({})]),
  t.tuple([t.number]),
];
const ways: ReadonlySet<string> = new Set(models.map(wayOf));
// Some engines keep no source text of functions; there nothing can be told, and nothing is checked.
const isTelling = codeOf(t.array(t.number)) !== codeOf(t.tuple([t.number]));

/** A copy of a codec with another `validate` keeps the tag, but decodes in its own way. */
const decodesAsTagged = (codec: Combined): boolean =>
  codec._tag === 'ReadonlyType'
    ? codec.validate === codec.type.validate
    : isTelling && ways.has(wayOf(codec));

const fieldsOf = (props: t.AnyProps, isOptional: boolean): readonly Field[] =>
  Object.keys(props).map((key) => ({ key, check: checkOf(props[key] as t.Mixed), isOptional }));

const ofCombined = (codec: Combined): Check => {
  switch (codec._tag) {
    case 'LiteralType':
      return ofLiteral(codec.value);
    case 'KeyofType':
      return ofMembers(codec.is);
    case 'RefinementType':
      return ofRefined(checkOf(codec.type), codec.predicate);
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return ofArray(checkOf(codec.type));
    case 'InterfaceType':
      return ofFields(fieldsOf(codec.props, false));
    case 'PartialType':
      return ofFields(fieldsOf(codec.props, true));
    case 'DictionaryType':
      return ofRecord(checkOf(codec.domain), checkOf(codec.codomain));
    case 'UnionType':
      return ofUnion(codec.types.map(checkOf));
    case 'IntersectionType':
      return ofIntersection(codec.types.map(checkOf));
    case 'TupleType':
      return ofTuple(codec.types.map(checkOf));
    case 'ReadonlyType':
      return checkOf(codec.type);
  }
};

const checkOf = (codec: t.Mixed): Check => {
  const ready = declared.get(codec) ?? simple.get(codec);
  if (ready !== undefined) return ready;
  const combined = codec as unknown as Combined;
  return decodesAsTagged(combined) ? ofCombined(combined) : ofUnknownCodec;
};

const copyOf = <C extends t.Mixed>(codec: C, changes: Partial<t.Mixed>): C =>
  Object.assign(Object.create(Object.getPrototypeOf(codec) as object) as C, codec, changes);

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
  const isKept = isKeptBy(guards.get(codec) ?? itsCheck);
  const copy = copyOf(codec, {
    validate: (u, context) => (isKept(u) ? E.right(u) : codec.validate(u, context)),
    decode: (u) => (isKept(u) ? E.right(u) : codec.decode(u)),
  });
  declared.set(copy, itsCheck);
  accelerated.add(copy);
  return copy;
};

/**
 * Says of which values it is sure, without decoding them, that a codec hands them on as they are: half of a guard
 * for {@link guarded}, whose other half looks at what the codec does not.
 */
export const keptBy = (codec: t.Mixed): ((u: unknown) => boolean) => isKeptBy(checkOf(codec));

type Guard = (u: unknown) => boolean;

const simpleGuards: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  ...[...simple].map(([{ is }, itsCheck]) => [is, itsCheck] as const),
  [Number.isSafeInteger, ofMembers(Number.isSafeInteger, safeInteger)],
]);

const checkOfGuard = (guard: Guard | t.Mixed): Check =>
  typeof guard === 'function' ? (simpleGuards.get(guard) ?? ofMembers(guard)) : checkOf(guard);

const outcomeOf =
  (codec: t.Mixed) =>
  (u: unknown): Verdict => {
    const decoded = codec.decode(u);
    if (E.isLeft(decoded)) return fails;
    return Object.is(decoded.right, u) && !Number.isNaN(u) ? same : unsure;
  };

/**
 * Declares for which values a codec of your own decodes to the very same value, so that {@link fast} can check it
 * inside others. Where the guard says no, the codec decodes as ever.
 *
 * @param codec It must be pure: the same input, the same outcome.
 * @param guard True only where `decode` gives back its input unchanged; it must not throw. Or a codec: then it
 * holds for whatever that one decodes unchanged. `Number.isSafeInteger`, `t.number.is` and their kind are known to
 * `fast` and cost least. Where the guard says no, the codec is asked.
 *
 * @example
 * const Trimmed = new t.Type('Trimmed', t.string.is, (u, context) => t.success(String(u).trim()), String);
 * const Word = guarded(Trimmed, (u) => typeof u === 'string' && u === u.trim());
 * fast(t.type({ Symbol: Word })).decode({ Symbol: 'BTCCLP' }); // the object itself
 */
export const guarded = <C extends t.Mixed>(codec: C, guard: Guard | t.Mixed): C => {
  const copy = copyOf(codec, {});
  const itsGuard = checkOfGuard(guard);
  guards.set(copy, itsGuard);
  declared.set(copy, ofGuarded(itsGuard, outcomeOf(codec)));
  return copy;
};
