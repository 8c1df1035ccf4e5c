import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { request } from '../../../codec/inputs/request.ts';
import { nearNames } from '../../../nearNames.ts';
import type { Condition, Fault, Incident } from './fault.ts';

const Time = t.refinement(
  t.number,
  (n) => Number.isFinite(n) && n >= 0,
  'a finite number of milliseconds from 0 on',
);
const Count = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= 0, 'a whole number');
const Place = t.refinement(Count, (n) => n > 0, 'a whole number from 1 on');
const Trigger = request(
  { frame: Place },
  { name: t.string, when: t.keyof({ heard: null, carriedOut: null }, 'heard or carriedOut') },
);
const occasion = { after: Time, on: Trigger };

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
  delay: [{ by: Time }, {}],
  duplicate: [{}, {}],
  eventFirst: [{}, {}],
  drip: [{ every: Time }, {}],
  late: [{ by: Time }, { name: t.string }],
  swallow: [{}, { name: t.string }],
  lose: [{ event: t.string }, { nth: Place }],
  repeat: [{ event: t.string }, {}],
  swapFills: [{}, {}],
  historyLag: [{ by: Time }, {}],
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

type AnyFields = Readonly<Record<string, readonly [needed: t.Props, optional: t.Props]>>;
type AnyCodecs = ReadonlyMap<string, t.Mixed>;

/** A codec for each kind of a table, with more fields that each has beside its own. */
const codecsOf = (table: AnyFields, needed: t.Props, optional: t.Props): AnyCodecs =>
  new Map(
    Object.entries(table).map(([kind, [own, ownOptional]]) => [
      kind,
      request({ does: t.literal(kind), ...own, ...needed }, { ...ownOptional, ...optional }),
    ]),
  );

/** What an unknown kind should have been: one of those that are meant, the near ones if there are any. */
const kindMeant = (does: string, codecs: AnyCodecs): string => {
  if (Object.hasOwn(conditions, does)) return 'one that happens once, as this one lasts,';
  if (Object.hasOwn(incidents, does)) return 'one that lasts, as this one happens once,';
  const kinds = [...codecs.keys()];
  const near = nearNames(does, kinds);
  return near.length > 0 ? near.join(' or ') : `one of ${kinds.join(', ')}`;
};

/** The codec of what has a kind, read by the codec of that, so that what is wrong with it has one place. */
const ofKinds = <A>(name: string, codecs: AnyCodecs): t.Type<A> => {
  const validate: t.Validate<unknown, A> = (u, context) => {
    if (!t.UnknownRecord.is(u)) return t.failure(u, context);
    const { does } = u;
    const codec = typeof does === 'string' ? codecs.get(does) : undefined;
    if (codec !== undefined) return codec.validate(u, context) as t.Validation<A>;
    const place = t.appendContext(context, 'does', t.string, u);
    return t.failures([{ value: does, context: place, message: kindMeant(String(does), codecs) }]);
  };
  return new t.Type<A>(name, (u): u is A => E.isRight(validate(u, [])), validate, t.identity);
};

const faults: AnyCodecs = new Map([
  ...codecsOf(conditions, { lasts: Time }, occasion),
  ...codecsOf(incidents, {}, occasion),
]);

/** The names of what can go wrong. */
export const faultKinds: readonly string[] = [...faults.keys()];

/** What lasts until it is ended by hand. */
export const ConditionCodec: t.Type<Condition> = ofKinds('a fault that lasts', codecsOf(conditions, {}, {}));

/** What happens by hand, once. */
export const IncidentCodec: t.Type<Incident> = ofKinds(
  'a fault that happens once',
  codecsOf(incidents, {}, {}),
);

/** One fault of a script. */
export const FaultCodec: t.Type<Fault> = ofKinds('a fault', faults);

/** A script of faults. Fields that it does not know are refused, as everywhere. */
export const FaultScriptCodec = request(
  { lasts: Time, faults: t.readonlyArray(FaultCodec, 'a list of faults') },
  {},
);
