import { type Fault, type FaultKind, faultKinds, faultScript } from '../../src/simulator/index.ts';
import { createRandom, type Random } from '../../src/simulator/market/random.ts';
import {
  accountFollowables,
  askables,
  type ClientSetup,
  manners,
  marketFollowables,
  type OrderDraft,
  orderVerbs,
  pricings,
  type Reaction,
  type Scenario,
  type Step,
} from './scenario.ts';
import type { Disturbances } from './virtualTime.ts';

/** How long the program and the faults go on, in milliseconds. */
export const scriptEnd = 4_000;
const mostSteps = 30;
const mostFaults = 8;

const profileNames = ['none', 'notbank', 'bitazza', 'ndax', 'foxbit', 'adversarial'] as const;

const pick = <A>(random: Random, [first, ...others]: readonly [A, ...A[]]): A =>
  [first, ...others][random.below(others.length + 1)] ?? first;

const isIn = (random: Random, times: number, of: number): boolean => random.below(of) < times;

/** What a program is mostly about, of which each seed draws its own. */
interface Bent {
  /** How many of its steps in ten are about orders. */
  readonly trading: number;
  /** How many of those who join, in ten, follow an account. */
  readonly accounts: number;
  /** How many handlers in ten do something. */
  readonly reactions: number;
}

const drawBent = (random: Random): Bent => ({
  trading: pick(random, [0, 4, 6, 8]),
  accounts: pick(random, [1, 4, 8]),
  reactions: pick(random, [1, 4, 6]),
});

const drawFollowable = (random: Random, { accounts }: Bent) =>
  isIn(random, accounts, 10) ? pick(random, accountFollowables) : pick(random, marketFollowables);

const drawOrder = (random: Random): OrderDraft => ({
  side: pick(random, ['Buy', 'Sell'] as const),
  pricing: pick(random, pricings),
  // Now and then more than anybody takes at once, so that a part of it stays.
  quantity: isIn(random, 1, 4) ? 100 + random.below(200) : 1 + random.below(40),
  isPostOnly: isIn(random, 1, 8),
  ...(isIn(random, 1, 6) && { leavesAfter: random.below(400) }),
});

const drawVerb = (random: Random) => ({
  does: 'act' as const,
  verb: isIn(random, 1, 8) ? ('cancelAll' as const) : pick(random, orderVerbs),
  nth: random.below(6),
});

const drawReaction = (random: Random, bent: Bent): Reaction => {
  const draw = random.below(24);
  if (draw < 7) return { does: 'leave' };
  if (draw < 12) return { does: 'join', what: drawFollowable(random, bent) };
  if (draw < 15) return { does: 'ask', what: pick(random, askables) };
  if (draw < 18) return { does: 'place', draft: drawOrder(random) };
  if (draw < 20) return drawVerb(random);
  return draw < 23 ? { does: 'reconnect' } : { does: 'close' };
};

const drawJoin = (random: Random, at: number, client: number, bent: Bent): Step => ({
  ...{ at, client, does: 'join', what: drawFollowable(random, bent) },
  instrument: isIn(random, 4, 5) ? 1 : 2,
  ...(isIn(random, 1, 2) && { lasts: random.below(2_000) }),
  ...(isIn(random, bent.reactions, 10) && {
    // With the first, which is mostly told within the joining, more often than with others.
    reaction: { on: isIn(random, 1, 3) ? 1 : 1 + random.below(5), reaction: drawReaction(random, bent) },
  }),
  ...(isIn(random, 1, 4) && { slow: { manner: pick(random, manners), takes: 1 + random.below(900) } }),
});

const drawTrade = (random: Random, at: number, client: number): Step => {
  const draw = random.below(10);
  if (draw < 6) return { at, client, does: 'place', draft: drawOrder(random) };
  if (draw < 8) return { at, client, ...drawVerb(random) };
  if (draw < 9)
    return isIn(random, 1, 2)
      ? { at, client, does: 'meddle', nth: random.below(6) }
      : { at, client, does: 'placeByHand', draft: drawOrder(random) };
  return { at, client, does: 'tradeElsewhere', times: pick(random, [1, 2, 2, 20]) };
};

/** Whoever trades has something standing, far from the market. */
const standing = (random: Random, client: number): Step => ({
  ...{ at: random.below(300), client, does: 'place' },
  draft: { ...drawOrder(random), pricing: 'far' },
});

const drawStep = (random: Random, clients: number, bent: Bent): Step => {
  const client = random.below(clients);
  // Many at one and the same time: there they meet.
  const at = isIn(random, 1, 4) ? 500 * random.below(8) : random.below(scriptEnd);
  if (isIn(random, bent.trading, 10)) return drawTrade(random, at, client);
  const draw = random.below(40);
  if (draw < 24) return drawJoin(random, at, client, bent);
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
  auditAfter: pick(random, [100, 400, 1_000, 5_000]),
});

/** Where books are lied about. */
const lyingBooks: readonly FaultKind[] = ['ghost', 'ghost', 'crossed', 'lose', 'lose', 'repeat'];
/** Where they say what nobody can read. */
const unreadable: readonly FaultKind[] = [
  ...(['malformedPayload', 'malformedPayload', 'malformedPayload', 'malformedFrame'] as const),
  ...(['unknownEvent', 'oversizeFrame', 'drop', 'delay'] as const),
];

/** Kinds of faults that go together: in some runs there are none that lie, and more can be claimed. */
const kindsOfRuns: readonly [readonly FaultKind[], ...(readonly FaultKind[])[]] = [
  faultKinds,
  faultKinds,
  [
    ...(['drop', 'logOut', 'secondLogin', 'malformedFrame', 'unknownEvent', 'refuse', 'mute'] as const),
    ...(['withhold', 'reorder', 'delay', 'duplicate', 'eventFirst', 'drip', 'swallow'] as const),
  ],
  [
    'drop',
    'logOut',
    'refuse',
    'duplicate',
    'eventFirst',
    'repeat',
    'noClientOrderId',
    'slowTicks',
    'unknownEvent',
  ],
  [
    ...(['late', 'swallow', 'lose', 'repeat', 'swapFills', 'historyLag', 'noClientOrderId'] as const),
    ...(['slowTicks', 'idReuse', 'delay', 'withhold', 'drop', 'mute'] as const),
  ],
  ['late', 'late', 'swallow', 'withhold', 'delay', 'drop'],
  lyingBooks,
  unreadable,
];

/** The wall clock set, ahead by less and by more than what looks like a sleep, or back; busy stretches. */
const drawDisturbances = (random: Random): Disturbances => {
  const clockSteps = isIn(random, 1, 4)
    ? Array.from({ length: 1 + random.below(2) }, () => ({
        at: random.below(scriptEnd),
        by: pick(random, [-3_600_000, -60_000, -900, 900, 4_000, 60_000, 3_600_000]),
      }))
    : [];
  const busy = isIn(random, 1, 4)
    ? Array.from({ length: 1 + random.below(2) }, () => ({
        at: random.below(scriptEnd),
        lasts: 30 + random.below(1_500),
      }))
    : [];
  return { clockSteps, busy };
};

/** What goes wrong together, and what the program does meanwhile. */
interface Episode {
  readonly faults: readonly Fault[];
  readonly steps: readonly Step[];
}

const uneventful: Episode = { faults: [], steps: [] };

/** An order of which nobody is told, nor of what becomes of it, for as long as this lasts. */
const drawSilence = (random: Random): Episode => {
  const [after, lasts] = [300 + random.below(1_500), 1_500 + random.below(1_500)];
  const silent = (event: string): Fault => ({ after, lasts, does: 'lose', event });
  const kept = (name: string): Fault => ({ after, lasts, does: 'withhold', name });
  return {
    faults: [
      ...[silent('OrderStateEvent'), silent('OrderTradeEvent')],
      ...[kept('SendOrder'), kept('GetOrdersHistory')],
    ],
    steps: [{ at: after + random.below(100), client: 0, does: 'place', draft: drawOrder(random) }],
  };
};

/** Orders are canceled by hand while the lists that still have them are on their way to a client that has come back. */
const drawOvertaking = (random: Random): Episode => {
  const at = 1_000 + random.below(1_500);
  const draft = (): OrderDraft => ({
    ...drawOrder(random),
    ...({ pricing: 'far', isPostOnly: false } as const),
  });
  return {
    faults: [
      { after: at, does: 'drop' },
      { after: at - 200, lasts: 1_200, does: 'delay', by: 45 },
    ],
    steps: [
      ...Array.from({ length: 6 }, (): Step => ({ at: at - 400, client: 0, does: 'place', draft: draft() })),
      ...Array.from({ length: 14 }, (_, index): Step => {
        return { at: at + 40 + 30 * index, client: 0, does: 'meddle', nth: random.below(6) };
      }),
    ],
  };
};

/** What goes wrong together at a gateway that cannot keep up: answers too late, events not at all, orders much later. */
const drawOverload = (random: Random): Episode => {
  const draw = random.below(8);
  if (draw === 0) return drawSilence(random);
  if (draw === 3) return drawOvertaking(random);
  if (draw > 3) return uneventful;
  const [after, lasts] = [random.below(2_500), 800 + random.below(2_000)];
  const deaf: readonly Fault[] = [
    { after, lasts, does: 'lose', event: 'OrderStateEvent' },
    { after, lasts, does: 'delay', by: 600 },
  ];
  const slow: Fault = { after, lasts, does: 'late', name: 'SendOrder', by: 600 + random.below(3_000) };
  return { faults: draw === 1 ? deaf : [slow], steps: [] };
};

/** A lot is traded while the link is down, by an account whose fills are followed. */
const drawAbsence = (random: Random, mayTradeWithItself: boolean): Episode => {
  const at = 800 + random.below(2_000);
  return {
    faults: [
      { after: at, does: 'drop' },
      { after: at, does: 'refuse', lasts: 200 + random.below(400) },
    ],
    steps: [
      { at: 0, client: 0, does: 'join', what: 'fills', instrument: 1 },
      {
        at: at + 1,
        client: 0,
        does: 'tradeElsewhere',
        times: pick(random, [10, mayTradeWithItself ? 110 : 220]),
      },
      { at: at + 1_000, client: 0, does: 'join', what: 'fills', instrument: 2 },
    ],
  };
};

/** Whom the clients are. */
const users = [0, 1, undefined] as const;
const traders = [0, 1] as const;
/** On these, two clients of one user would end each other's login for ever. */
const endsLogins: readonly Scenario['profile'][] = ['ndax', 'adversarial'];

const drawUsers = (random: Random, { trading }: Bent, profile: Scenario['profile']) => {
  const count = pick(random, [1, 1, 2, 3]);
  const own = random.shuffle(trading > 0 ? traders : users).slice(0, count);
  const [first] = own;
  return own.length > 1 && !endsLogins.includes(profile) && isIn(random, 1, 3) ? own.map(() => first) : own;
};

/** Draws a whole run from a seed. */
export const drawScenario = (seed: number): Scenario => {
  const random = createRandom(seed * 2 + 1);
  const profile = pick(random, profileNames);
  const bent = drawBent(random);
  const own = drawUsers(random, bent, profile);
  const clients = own.map((user) => drawClient(random, user, profile !== 'adversarial'));
  const kinds = pick(random, kindsOfRuns);
  const mayTradeWithItself = isIn(random, 1, 2);
  const isTrading = bent.trading > 0;
  const absence = isTrading && isIn(random, 1, 8) ? drawAbsence(random, mayTradeWithItself) : uneventful;
  const overload = isTrading ? drawOverload(random) : uneventful;
  const drawn = faultScript(random.below(2 ** 31), {
    lasts: scriptEnd,
    most: mostFaults,
    userIds: [64, 65],
    largest: 20_000,
    kinds,
  });
  const most = own.length;
  const script = { ...drawn, faults: [...drawn.faults, ...absence.faults, ...overload.faults] };
  const others = Array.from({ length: 4 + random.below(mostSteps - 4) }, () => drawStep(random, most, bent));
  const episodes = [...absence.steps, ...overload.steps];
  const steps = isTrading
    ? [...own.map((_user, client) => standing(random, client)), ...episodes, ...others]
    : others;
  // Where books are lied about somebody follows one that is audited, and where they cannot be read one that is not.
  const watching = { at: 0, client: 0, does: 'join', instrument: 1 } as const;
  const watched: readonly Step[] =
    kinds === lyingBooks
      ? [{ ...watching, what: 'orderBook' }]
      : kinds === unreadable
        ? [{ ...watching, what: pick(random, ['book', 'bookRows', 'summary', 'bars']) }]
        : [];
  return {
    ...{ seed, profile, clients, script, mayTradeWithItself },
    ...drawDisturbances(random),
    latency: pick(random, [0, 0, 1, 2, 15]),
    crowd: pick(random, [450, 900, 900, 1_800]),
    isHasty: isIn(random, 1, 2),
    steps: [...watched, ...steps].sort((one, other) => one.at - other.at),
  };
};
