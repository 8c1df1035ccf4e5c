import { createRandom, type Random } from '../../market/random.ts';
import type { Condition, Fault, Incident } from './fault.ts';

/** What goes wrong with an exchange, as data. */
export interface FaultScript {
  /** After so many milliseconds all that is still wrong because of the script is right again. */
  readonly lasts: number;
  readonly faults: readonly Fault[];
}

/** Bounds of a random script. */
export interface FaultScriptOptions {
  /**
   * How long it lasts, in milliseconds.
   *
   * @default 4_000
   */
  readonly lasts?: number;
  /**
   * How many faults it has at the most.
   *
   * @default 8
   */
  readonly most?: number;
  /**
   * The users who may be logged out.
   *
   * @default the trader of the demo users
   */
  readonly userIds?: readonly number[];
  /**
   * How large an oversize frame may be, in characters.
   *
   * @default 100_000
   */
  readonly largest?: number;
}

type Bounds = Required<FaultScriptOptions>;

const pick = <A>(random: Random, [first, ...others]: readonly [A, ...A[]]): A =>
  [first, ...others][random.below(others.length + 1)] ?? first;

const functionNames = [
  'AuthenticateUser',
  'SubscribeLevel1',
  'SubscribeLevel2',
  'SubscribeTrades',
  'SendOrder',
  'Ping',
] as const;
const eventNames = [
  'Level1UpdateEvent',
  'Level2UpdateEvent',
  'TradeDataUpdateEvent',
  'TickerDataUpdateEvent',
  'OrderStateEvent',
] as const;
const notFrames = ['', 'garbage', '{"m":3,"i":', '[]', 'null', '{"m":9,"i":2,"n":"Ping","o":"{}"}'] as const;
const badPayloads = ['{"OMSId":1,"Instru', '[[1,2', 'no JSON', '', '[[1,0,0,0,0,0,"x",1,1,0]]', '7'] as const;

const incidents: readonly [
  (random: Random, bounds: Bounds) => Incident,
  ...((random: Random, bounds: Bounds) => Incident)[],
] = [
  () => ({ does: 'drop' }),
  () => ({ does: 'drop' }),
  () => ({ does: 'logOut' }),
  (random, { userIds }) => ({ does: 'secondLogin', userId: userIds[random.below(userIds.length)] ?? 0 }),
  (random) => ({ does: 'malformedFrame', text: pick(random, notFrames) }),
  (random) => ({
    does: 'malformedPayload',
    name: pick(random, eventNames),
    payload: pick(random, badPayloads),
  }),
  (random) => ({ does: 'unknownEvent', name: `Unknown${random.below(5)}Event` }),
  (random, { largest }) => ({ does: 'oversizeFrame', size: 1 + random.below(largest) }),
];

const conditions: readonly [(random: Random) => Condition, ...((random: Random) => Condition)[]] = [
  () => ({ does: 'refuse' }),
  () => ({ does: 'mute' }),
  (random) => ({ does: 'withhold', name: pick(random, functionNames) }),
  () => ({ does: 'withhold' }),
  () => ({ does: 'reorder' }),
  (random) => ({ does: 'delay', by: 1 + random.below(400) }),
  () => ({ does: 'duplicate' }),
  () => ({ does: 'eventFirst' }),
  (random) => ({ does: 'drip', every: 1 + random.below(40) }),
];

const occasion = (random: Random, { lasts }: Bounds): Pick<Fault, 'after' | 'on'> => {
  const after = random.below(lasts);
  if (random.below(3) > 0) return { after };
  const frame = 1 + random.below(4);
  const when = pick(random, ['heard', 'carriedOut'] as const);
  return {
    after,
    on: random.below(2) === 0 ? { frame, when } : { frame: 1, when, name: pick(random, functionNames) },
  };
};

const fault = (random: Random, bounds: Bounds): Fault =>
  random.below(2) === 0
    ? { ...occasion(random, bounds), ...pick(random, incidents)(random, bounds) }
    : {
        ...occasion(random, bounds),
        ...pick(random, conditions)(random),
        lasts: 1 + random.below(bounds.lasts / 3),
      };

/**
 * A random script within bounds: the same one for the same seed.
 *
 * @example
 * exchange.play(faultScript(7));
 */
export const faultScript = (
  seed: number,
  { lasts = 4_000, most = 8, userIds = [64], largest = 100_000 }: FaultScriptOptions = {},
): FaultScript => {
  const random = createRandom(seed);
  const bounds = { lasts, most, userIds, largest };
  return { lasts, faults: Array.from({ length: 1 + random.below(most) }, () => fault(random, bounds)) };
};
