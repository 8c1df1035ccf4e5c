import type { Random } from '../../market/random.ts';
import type { Condition, Fault, FaultKind, Incident } from './fault.ts';

/** Within what random faults are drawn. */
export interface Bounds {
  /** How long the script lasts, in milliseconds. */
  readonly lasts: number;
  /** Who may be logged out. */
  readonly userIds: readonly number[];
  /** How large an oversize frame may be, in characters. */
  readonly largest: number;
}

/** Draws what a fault does. */
export type Draw<A> = (random: Random, bounds: Bounds) => A;

/** One of several, each as likely as the others. */
export const pick = <A>(random: Random, [first, ...others]: readonly [A, ...A[]]): A =>
  [first, ...others][random.below(others.length + 1)] ?? first;

const functionNames = [
  'AuthenticateUser',
  'SubscribeLevel1',
  'SubscribeLevel2',
  'SubscribeTrades',
  'SendOrder',
  'Ping',
] as const;
const publicEvents = [
  'Level1UpdateEvent',
  'Level2UpdateEvent',
  'TradeDataUpdateEvent',
  'TickerDataUpdateEvent',
] as const;
const eventNames = [...publicEvents, 'OrderStateEvent'] as const;
const toldOnce = ['OrderStateEvent', 'OrderTradeEvent', 'AccountPositionEvent', ...publicEvents] as const;
const commands = ['SendOrder', 'CancelOrder', 'CancelReplaceOrder', 'ModifyOrder'] as const;
const notFrames = ['', 'garbage', '{"m":3,"i":', '[]', 'null', '{"m":9,"i":2,"n":"Ping","o":"{}"}'] as const;
const badPayloads = ['{"OMSId":1,"Instru', '[[1,2', 'no JSON', '', '[[1,0,0,0,0,0,"x",1,1,0]]', '7'] as const;

/** Draws what happens, by kind. */
export const incidents = {
  drop: () => ({ does: 'drop' }),
  logOut: () => ({ does: 'logOut' }),
  secondLogin: (random, { userIds }) => ({
    does: 'secondLogin',
    userId: userIds[random.below(userIds.length)] ?? 0,
  }),
  malformedFrame: (random) => ({ does: 'malformedFrame', text: pick(random, notFrames) }),
  malformedPayload: (random) => ({
    does: 'malformedPayload',
    name: pick(random, eventNames),
    payload: pick(random, badPayloads),
  }),
  unknownEvent: (random) => ({ does: 'unknownEvent', name: `Unknown${random.below(5)}Event` }),
  oversizeFrame: (random, { largest }) => ({ does: 'oversizeFrame', size: 1 + random.below(largest) }),
} as const satisfies Readonly<Record<Incident['does'], Draw<Incident>>>;

/** Draws what is wrong for a while, by kind. */
export const conditions = {
  refuse: () => ({ does: 'refuse' }),
  mute: () => ({ does: 'mute' }),
  withhold: (random) => ({ does: 'withhold', name: pick(random, functionNames) }),
  reorder: () => ({ does: 'reorder' }),
  delay: (random) => ({ does: 'delay', by: 1 + random.below(400) }),
  duplicate: () => ({ does: 'duplicate' }),
  eventFirst: () => ({ does: 'eventFirst' }),
  drip: (random) => ({ does: 'drip', every: 1 + random.below(40) }),
  late: (random, { lasts }) => ({
    ...{ does: 'late', by: 1 + random.below(lasts) },
    ...(random.below(4) === 0 ? {} : { name: pick(random, commands) }),
  }),
  swallow: (random) => ({ does: 'swallow', name: pick(random, [...functionNames, ...commands]) }),
  lose: (random) => ({
    ...{ does: 'lose', event: pick(random, toldOnce) },
    ...(random.below(2) === 0 ? {} : { nth: 1 + random.below(5) }),
  }),
  repeat: (random) => ({ does: 'repeat', event: pick(random, toldOnce) }),
  swapFills: () => ({ does: 'swapFills' }),
  historyLag: (random, { lasts }) => ({ does: 'historyLag', by: 1 + random.below(lasts) }),
  noClientOrderId: () => ({ does: 'noClientOrderId' }),
  slowTicks: () => ({ does: 'slowTicks' }),
  ghost: (random) => ({ does: 'ghost', levels: 1 + random.below(3) }),
  crossed: () => ({ does: 'crossed' }),
  idReuse: () => ({ does: 'idReuse' }),
} as const satisfies Readonly<Record<Condition['does'], Draw<Condition>>>;

/** Draws when a fault happens. */
export const occasion: Draw<Pick<Fault, 'after' | 'on'>> = (random, { lasts }) => {
  const after = random.below(lasts);
  if (random.below(3) > 0) return { after };
  const frame = 1 + random.below(4);
  const when = pick(random, ['heard', 'carriedOut'] as const);
  return {
    after,
    on: random.below(2) === 0 ? { frame, when } : { frame: 1, when, name: pick(random, functionNames) },
  };
};

/** Draws a fault that happens at once. */
export const incident =
  (draw: Draw<Incident>): Draw<Fault> =>
  (random, bounds) => ({ ...occasion(random, bounds), ...draw(random, bounds) });

/** Draws a fault that lasts, at most a third of the script. */
export const condition =
  (draw: Draw<Condition>): Draw<Fault> =>
  (random, bounds) => ({
    ...occasion(random, bounds),
    ...draw(random, bounds),
    lasts: 1 + random.below(bounds.lasts / 3),
  });

const isIncident = (kind: FaultKind): kind is Incident['does'] => kind in incidents;

/** Draws a fault of one kind. */
export const faultOf = (kind: FaultKind): Draw<Fault> =>
  isIncident(kind) ? incident(incidents[kind]) : condition(conditions[kind]);

/** All kinds of faults. */
export const faultKinds: readonly FaultKind[] = Object.keys({ ...conditions, ...incidents }) as FaultKind[];
