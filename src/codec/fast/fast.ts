import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { readJson } from '../../json/json.ts';
import { countGathered, forgetAfter } from '../gathering.ts';
import * as checks from './check.ts';
import {
  type Check,
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
  ofTolerantList,
  ofTuple,
  ofUndefined,
  ofUnion,
  ofUnknownCodec,
  type Outcome,
  text,
  truth,
  wide,
} from './check.ts';
import { copyOf } from './copyOf.ts';
import { exactReadingIn } from './exactly.ts';
import { ofFields, ofIntersection, ofMended, ofRecordOf } from './fields.ts';
import { type Guard, guardsOf } from './guarded.ts';
import { isWide } from './isWide.ts';
import { mended } from './mended.ts';
import { recordOf } from './recordOf.ts';
import { isNothing, tolerantList } from './tolerantList.ts';

// In CommonJS an imported name is read through a getter each time; these are on the path of every payload.
const { fails, isDecoded, unsure } = checks;

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
const accelerated = new WeakSet<t.Mixed>();

const fieldsOf = (props: t.AnyProps, isOptional: boolean): readonly Field[] =>
  Object.keys(props).map((key) => ({ key, check: checkOf(props[key] as t.Mixed), isOptional }));

type RecordOf = ReturnType<typeof recordOf>;
type Meaning = readonly [model: t.Mixed, toCheck: (codec: never) => Check];

const means = <C extends t.Mixed>(model: C, toCheck: (codec: C) => Check): Meaning => [model, toCheck];
const ofItems = ({ type }: { readonly type: t.Mixed }): Check => ofArray(checkOf(type));
const ofRows = ({ type }: { readonly type: t.Mixed }): Check => ofTolerantList(checkOf(type), isNothing);
const ofFieldsOf = ({ types: [required, optional] }: RecordOf): Check =>
  ofRecordOf([
    ...fieldsOf(required.props, false),
    ...fieldsOf(optional.props, true).map((field) => ({ ...field, isForgiving: true })),
  ]);
const ofOneOf = ({ types }: { readonly types: readonly t.Mixed[] }): Check => ofUnion(types.map(checkOf));

/** One codec of each kind that is checked, as io-ts makes it, and the check of such a codec. */
const meanings: readonly Meaning[] = [
  means(t.literal(0), ({ value }) => ofLiteral(value)),
  means(t.keyof({ a: null }), ({ is }) => ofMembers(is)),
  means(t.Int, ({ type, predicate }) => ofRefined(checkOf(type), predicate as (u: unknown) => boolean)),
  means(t.array(t.number), ofItems),
  means(t.readonlyArray(t.number), ofItems),
  means(tolerantList(t.number), ofRows),
  means(recordOf({}, {}), ofFieldsOf),
  means(t.type({}), ({ props }) => ofFields(fieldsOf(props, false))),
  means(t.partial({}), ({ props }) => ofFields(fieldsOf(props, true))),
  means(t.record(t.string, t.number), ({ domain, codomain }) => ofRecord(checkOf(domain), checkOf(codomain))),
  means(t.union([t.string, t.number]), ofOneOf),
  means(t.union([t.type({ tag: t.literal(0) }), t.type({ tag: t.literal(1) })]), ofOneOf),
  means(t.intersection([t.type({}), t.type({})]), ({ types }) => ofIntersection(types.map(checkOf))),
  means(t.tuple([t.number]), ({ types }) => ofTuple(types.map(checkOf))),
  means(
    mended(t.unknown, (u) => u),
    ({ codec, mend, isMisspelt }) => ofMended(checkOf(codec), (u) => mend(u, readJson), isMisspelt),
  ),
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

/** The check that the structure of a codec tells. */
const checkByStructure = (codec: t.Mixed): Check => {
  if (codec instanceof t.ReadonlyType) {
    const { type } = codec as unknown as t.ReadonlyC<t.Mixed>;
    return codec.validate === type.validate ? checkOf(type) : ofUnknownCodec;
  }
  return (isTelling ? ways.get(wayOf(codec))?.(codec) : undefined) ?? ofUnknownCodec;
};

const checkOf = (codec: t.Mixed): Check => {
  const ready = declared.get(codec) ?? simple.get(codec);
  if (ready !== undefined) return ready;
  const guards = guardsOf(codec);
  return guards === undefined ? checkByStructure(codec) : declareGuarded(codec, guards);
};

/**
 * The same codec, but faster at decoding, with a check made once from the codec's own structure, without `eval`. What
 * the codec would hand on as it is, comes back as the very same value; where a value in it becomes another, a copy is
 * made as io-ts makes one. In any other case io-ts decodes, so values and reports are its own.
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
  const { outcomeOf } = itsCheck;
  const copy = copyOf(codec, {
    validate: (u, context) => {
      // What a check makes of decimals is numbers.
      const outcome = exactReadingIn(context) === undefined ? outcomeOf(u) : fails;
      return isDecoded(outcome) ? E.right(outcome) : codec.validate(u, context);
    },
    decode: (u) => {
      const outcome = outcomeOf(u);
      return isDecoded(outcome) ? E.right(outcome) : codec.decode(u);
    },
  });
  declared.set(copy, itsCheck);
  accelerated.add(copy);
  return copy;
};

/** The checks of the guards that are known to be one. */
const checksOfGuards: ReadonlyMap<Guard, Check> = new Map<Guard, Check>([
  ...[...simple].map(([{ is }, itsCheck]) => [is, itsCheck] as const),
  [Number.isSafeInteger, ofMembers(Number.isSafeInteger, integer)],
  [isWide, ofMembers(isWide, wide)],
]);

const checkOfGuard = (guard: Guard | t.Mixed): Check =>
  typeof guard === 'function' ? (checksOfGuards.get(guard) ?? ofMembers(guard)) : checkOf(guard);

/** What the codec itself makes of a value. Where it leaves something out, only io-ts can tell the place. */
const askedOf =
  (codec: t.Mixed) =>
  (u: unknown): Outcome => {
    const count = countGathered();
    const decoded = codec.decode(u);
    if (countGathered() > count) {
      forgetAfter(count);
      return unsure;
    }
    return E.isLeft(decoded) ? fails : (decoded.right as Outcome);
  };

const declareGuarded = (codec: t.Mixed, guards: readonly (Guard | t.Mixed)[]): Check => {
  const structure = checkByStructure(codec);
  const ask = structure === ofUnknownCodec ? askedOf(codec) : structure.outcomeOf;
  const itsCheck = ofGuarded(guards.map(checkOfGuard), ask);
  declared.set(codec, itsCheck);
  return itsCheck;
};
