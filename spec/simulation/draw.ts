import { type FaultKind, faultScript } from '../../src/simulator/index.ts';
import { createRandom, type Random } from '../../src/simulator/market/random.ts';
import {
  askables,
  type ClientSetup,
  followables,
  type Reaction,
  type Scenario,
  type Step,
} from './scenario.ts';

/** How long the program and the faults go on, in milliseconds. */
export const scriptEnd = 4_000;
const mostSteps = 26;
const mostFaults = 8;

const profileNames = ['none', 'notbank', 'bitazza', 'ndax', 'foxbit', 'adversarial'] as const;

const pick = <A>(random: Random, [first, ...others]: readonly [A, ...A[]]): A =>
  [first, ...others][random.below(others.length + 1)] ?? first;

const isIn = (random: Random, times: number, of: number): boolean => random.below(of) < times;

const drawReaction = (random: Random): Reaction => {
  const draw = random.below(20);
  if (draw < 7) return { does: 'leave' };
  if (draw < 12) return { does: 'join', what: pick(random, followables) };
  if (draw < 17) return { does: 'ask', what: pick(random, askables) };
  return draw < 19 ? { does: 'reconnect' } : { does: 'close' };
};

const drawJoin = (random: Random, at: number, client: number): Step => ({
  ...{ at, client, does: 'join', what: pick(random, followables) },
  instrument: isIn(random, 4, 5) ? 1 : 2,
  ...(isIn(random, 1, 2) && { lasts: random.below(2_000) }),
  ...(isIn(random, 2, 5) && { reaction: { nth: 1 + random.below(4), ...drawReaction(random) } }),
  ...(isIn(random, 1, 4) && { slow: 1 + random.below(900) }),
});

const drawStep = (random: Random, clients: number): Step => {
  const client = random.below(clients);
  // Many at one and the same time: there they meet.
  const at = isIn(random, 1, 4) ? 500 * random.below(8) : random.below(scriptEnd);
  const draw = random.below(40);
  if (draw < 20) return drawJoin(random, at, client);
  if (draw < 38)
    return {
      ...{ at, client, does: 'ask', what: pick(random, askables) },
      ...(isIn(random, 1, 6) && { leavesAfter: random.below(60) }),
    };
  return { at, client, does: draw === 38 ? 'reconnect' : 'close' };
};

const drawClient = (random: Random, user: number | undefined, mayUseOwnTypes: boolean): ClientSetup => ({
  user,
  keepAlive: { interval: 150 + random.below(400), timeout: 50 + random.below(150) },
  inFlight: pick(random, [1, 2, 10]),
  backoff: 10 + random.below(150),
  requestTimeout: 150 + random.below(400),
  subscribeWith: mayUseOwnTypes && isIn(random, 1, 5) ? 'subscribe' : 'request',
});

/** Which kinds of faults there may be: some runs have none that lie, where more can be claimed. */
const wireKinds: readonly FaultKind[] = [
  ...(['drop', 'logOut', 'secondLogin', 'malformedFrame', 'unknownEvent', 'refuse', 'mute'] as const),
  ...(['withhold', 'reorder', 'delay', 'duplicate', 'eventFirst', 'drip', 'late', 'swallow'] as const),
];

/** Whom the clients are: no two of one user, who would end each other's login for ever on some venues. */
const users = [0, 1, undefined] as const;

/** Draws a whole run from a seed. */
export const drawScenario = (seed: number): Scenario => {
  const random = createRandom(seed * 2 + 1);
  const profile = pick(random, profileNames);
  const count = pick(random, [1, 1, 2, 3]);
  const own = random.shuffle(users).slice(0, count);
  const clients = own.map((user) => drawClient(random, user, profile !== 'adversarial'));
  const script = faultScript(random.below(2 ** 31), {
    lasts: scriptEnd,
    most: mostFaults,
    userIds: [64, 65],
    largest: 20_000,
    kinds: isIn(random, 1, 3) ? wireKinds : 'all',
  });
  const steps = Array.from({ length: 4 + random.below(mostSteps - 4) }, () => drawStep(random, count));
  return {
    ...{ seed, profile, clients, script },
    latency: pick(random, [0, 0, 1, 2, 15]),
    crowd: pick(random, [200, 450, 450, 900]),
    steps: [...steps].sort((one, other) => one.at - other.at),
  };
};
