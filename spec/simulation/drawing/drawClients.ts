import type { Random } from '../../../src/simulator/market/random.ts';
import type { ClientSetup, Scenario } from '../scenario.ts';
import type { Bent } from './bent.ts';
import { isIn, pick } from './chance.ts';

/** What is known of a run when its clients are drawn. */
interface At {
  readonly bent: Bent;
  readonly profile: Scenario['profile'];
  /** Whether books are audited often. */
  readonly isWary: boolean;
}

const drawClient = (random: Random, user: number | undefined, { profile, isWary }: At): ClientSetup => ({
  user,
  keepAlive: { interval: 150 + random.below(400), timeout: 50 + random.below(150) },
  inFlight: pick(random, [1, 2, 10]),
  backoff: 10 + random.below(150),
  requestTimeout: 150 + random.below(400),
  subscribeWith: profile !== 'adversarial' && isIn(random, 1, 5) ? 'subscribe' : 'request',
  auditAfter: pick(random, isWary ? [100, 100, 400] : [100, 400, 1_000, 5_000]),
});

/** Whom the clients are. */
const users = [0, 1, undefined] as const;
const traders = [0, 1] as const;
/** On these, two clients of one user would end each other's login for ever. */
const endsLogins: readonly Scenario['profile'][] = ['ndax', 'adversarial'];

const drawUsers = (random: Random, { bent: { trading }, profile }: At) => {
  const count = pick(random, [1, 1, 2, 3]);
  const own = random.shuffle(trading > 0 ? traders : users).slice(0, count);
  const [first] = own;
  return own.length > 1 && !endsLogins.includes(profile) && isIn(random, 1, 3) ? own.map(() => first) : own;
};

/** Draws the clients of a run: one to three. */
export const drawClients = (random: Random, at: At): readonly ClientSetup[] =>
  drawUsers(random, at).map((user) => drawClient(random, user, at));
