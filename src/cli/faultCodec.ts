import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { request } from '../codec/inputs/request.ts';
import type { Condition, Fault, Incident } from '../simulator/index.ts';
import { nearNames } from '../nearNames.ts';

const Count = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= 0, 'a whole number');
const Place = t.refinement(Count, (n) => n > 0, 'a whole number from 1 on');
const Trigger = request(
  { frame: Place },
  { name: t.string, when: t.keyof({ heard: null, carriedOut: null }, 'heard or carriedOut') },
);
const occasion = { after: Count, on: Trigger };

type Codecs<Keys extends PropertyKey> = Readonly<Record<Keys, t.Mixed>>;
type OptionalKeys<A> = { [K in keyof A]-?: object extends Pick<A, K> ? K : never }[keyof A];
/** What a kind of fault has beside its name: what it needs, and what it can do without. */
type Fields<A> = readonly [
  Codecs<Exclude<keyof A, OptionalKeys<A> | 'does'>>,
  Codecs<Exclude<OptionalKeys<A>, 'does'>>,
];
type FieldsOf<A extends { readonly does: string }> = {
  readonly [K in A['does']]: Fields<Extract<A, { readonly does: K }>>;
};

/** Every condition; how long it lasts is asked of each. */
const conditions = {
  refuse: [{}, {}],
  mute: [{}, {}],
  withhold: [{}, { name: t.string }],
  reorder: [{}, {}],
  delay: [{ by: Count }, {}],
  duplicate: [{}, {}],
  eventFirst: [{}, {}],
  drip: [{ every: Count }, {}],
  late: [{ by: Count }, { name: t.string }],
  swallow: [{}, { name: t.string }],
  lose: [{ event: t.string }, { nth: Place }],
  repeat: [{ event: t.string }, {}],
  swapFills: [{}, {}],
  historyLag: [{ by: Count }, {}],
  noClientOrderId: [{}, {}],
  slowTicks: [{}, {}],
  ghost: [{ levels: Place }, {}],
  crossed: [{}, {}],
  idReuse: [{}, {}],
} as const satisfies FieldsOf<Condition>;

const incidents = {
  drop: [{}, {}],
  logOut: [{}, { userId: Count }],
  secondLogin: [{ userId: Count }, {}],
  malformedFrame: [{ text: t.string }, {}],
  malformedPayload: [{ name: t.string, payload: t.string }, {}],
  unknownEvent: [{ name: t.string }, {}],
  oversizeFrame: [{ size: Count }, {}],
} as const satisfies FieldsOf<Incident>;

type AnyFields = readonly (readonly [kind: string, fields: readonly [t.Props, t.Props]])[];
const codecsOf = (table: AnyFields, more: t.Props): AnyCodecs =>
  table.map(([kind, [needed, optional]]) => [
    kind,
    request({ does: t.literal(kind), ...needed, ...more }, { ...optional, ...occasion }),
  ]);
type AnyCodecs = readonly (readonly [kind: string, codec: t.Mixed])[];

const codecs: ReadonlyMap<string, t.Mixed> = new Map([
  ...codecsOf(Object.entries(conditions), { lasts: Count }),
  ...codecsOf(Object.entries(incidents), {}),
]);

/** The names of what can go wrong. */
export const faultKinds: readonly string[] = [...codecs.keys()];

const unknownKind = (u: unknown, does: unknown, context: t.Context): t.Validation<Fault> => {
  const near = nearNames(String(does), faultKinds);
  const names = near.length > 0 ? near.join(' or ') : `one of ${faultKinds.join(', ')}`;
  return t.failures([
    { value: does, context: t.appendContext(context, 'does', t.string, u), message: names },
  ]);
};

const validate: t.Validate<unknown, Fault> = (u, context) => {
  if (!t.UnknownRecord.is(u)) return t.failure(u, context);
  const { does } = u;
  const codec = typeof does === 'string' ? codecs.get(does) : undefined;
  return codec === undefined
    ? unknownKind(u, does, context)
    : (codec.validate(u, context) as t.Validation<Fault>);
};

/** One fault, read by the codec of its kind, so that what is wrong with it has one place. */
export const FaultCodec: t.Type<Fault> = new t.Type<Fault>(
  'a fault',
  (u): u is Fault => E.isRight(validate(u, [])),
  validate,
  t.identity,
);

/** A script of faults. Fields that it does not know are refused, as everywhere. */
export const FaultScriptCodec = request(
  { lasts: Count, faults: t.readonlyArray(FaultCodec, 'a list of faults') },
  {},
);
