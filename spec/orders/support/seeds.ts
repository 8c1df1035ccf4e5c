import { asyncScheduler, interval, type Observable, takeUntil, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import type { SendOrderRequest } from '../../../src/endpoints/trading/SendOrder.ts';
import { apiKeyLogin, createClient } from '../../../src/index.ts';
import type { Balances } from '../../../src/orders/balances.ts';
import { balances$ } from '../../../src/orders/balances.ts';
import { fills$ } from '../../../src/orders/fills.ts';
import type { OrderLife } from '../../../src/orders/life.ts';
import { openOrders$, type OpenOrders } from '../../../src/orders/openOrders.ts';
import { placeOrder$, type PlaceOrderOptions } from '../../../src/orders/placeOrder.ts';
import {
  createExchange,
  demoUsers,
  type Exchange,
  type FaultScript,
  faultScript,
  type Profile,
  profiles,
} from '../../../src/simulator/index.ts';
import { type Decimal, formatDecimal } from '../../../src/simulator/market/decimal.ts';
import { createRandom, type Random } from '../../../src/simulator/market/random.ts';

/** What one seed came to. */
export interface Outcome {
  readonly wrong: readonly unknown[];
  readonly tags: Readonly<Record<string, number>>;
  /** How long doubts lasted, in milliseconds. */
  readonly doubts: readonly number[];
  readonly fills: number;
  readonly restorations: number;
  /** How often all had to be true. */
  readonly quiet: number;
}

const [trader] = demoUsers;
const AccountId = 7;
/** When the script is over, in milliseconds. */
export const scriptEnd = 4_000;
/** Until when it is looked again and again whether all is true, in milliseconds. */
const watchedUntil = 12_000;
/** When all doubts, and the audit that finds what was lost, have had their time; where there are none it is over before. */
const judgedAt = 70_000;

const numberOf = (value: Decimal): number => Number(formatDecimal(value));
const rightOf = <A>(found: { readonly _tag: string; readonly right?: A }): A => found.right as A;

/** What the exchange knows of the account. */
const truthOf = ({ market }: Exchange) => ({
  orders: rightOf(market.ordersHistory({ AccountId, Depth: Infinity })).map((order) => ({
    OrderId: order.OrderId,
    ClientOrderId: order.ClientOrderId,
    state: order.OrderState,
    executed: numberOf(order.QuantityExecuted),
    remaining: numberOf(order.Quantity),
  })),
  fills: rightOf(market.accountTrades({ AccountId })).map(
    (trade) => `${trade.OrderId} ${trade.ExecutionId} ${numberOf(trade.Quantity)}`,
  ),
  balances: rightOf(market.positions(AccountId)).map((position) => [
    position.ProductId,
    numberOf(position.Amount),
    numberOf(position.Hold),
  ]),
});
type Truth = ReturnType<typeof truthOf>;

const orderOf = (random: Random, ClientOrderId: number, bid: number, ask: number): SendOrderRequest => {
  const Side = random.below(2) === 0 ? 'Buy' : 'Sell';
  const base = { AccountId, InstrumentId: 1, Side, ClientOrderId, TimeInForce: 'GTC' } as const;
  const Quantity = `0.00${1 + random.below(9)}`;
  const kind = random.below(4);
  if (kind === 0) return { ...base, Quantity, OrderType: 'Market' };
  const away = kind === 1 ? 0 : kind === 2 ? 5 : -5;
  const price = Side === 'Buy' ? bid - away : ask + away;
  return {
    ...base,
    Quantity,
    OrderType: 'Limit',
    LimitPrice: price.toFixed(2),
    PostOnly: random.below(6) === 0,
  };
};

const expectedState: Readonly<Record<string, string>> = {
  Filled: 'FullyExecuted',
  Canceled: 'Canceled',
  Expired: 'Expired',
  Rejected: 'Rejected',
  Working: 'Working',
  PartiallyFilled: 'Working',
};

/** What is wrong with what was said of one order; what can be found out, where ids are told, is not left open. */
const wrongWith = (
  id: number,
  life: OrderLife | undefined,
  { orders }: Truth,
  tellsIds: boolean,
): readonly unknown[] => {
  const there = orders.filter(({ ClientOrderId }) => ClientOrderId === id);
  const said = { id, tag: life?._tag, executed: life?.executed, there };
  if (there.length > 1) return [{ ...said, problem: 'doubled' }];
  if (life === undefined) return [{ ...said, problem: 'nothing was said' }];
  const [order] = there;
  if (life._tag === 'Unresolved') return tellsIds ? [{ ...said, problem: 'left open' }] : [];
  if (order === undefined)
    return ['Denied', 'NotSent', 'NotFound', 'Rejected'].includes(life._tag) ? [] : [said];
  const isTrue = expectedState[life._tag] === order.state && life.executed === order.executed;
  return isTrue ? [] : [said];
};

const difference = (
  what: string,
  ours: readonly unknown[],
  theirs: readonly unknown[],
): readonly unknown[] => {
  const [mine, yours] = [
    ours.map((one) => JSON.stringify(one)).sort(),
    theirs.map((one) => JSON.stringify(one)).sort(),
  ];
  const missing = yours.filter((one) => !mine.includes(one));
  const extra = mine.filter((one, index) => !yours.includes(one) || mine.indexOf(one) !== index);
  return missing.length + extra.length === 0 ? [] : [{ what, missing, extra }];
};

/** What is told of the account. */
interface Told {
  readonly open: OpenOrders;
  readonly balances: Balances;
  readonly fills: readonly string[];
}

/** What differs between what is told of the account and what the exchange knows of it. */
const differences = ({ open, balances, fills }: Told, truth: Truth): readonly unknown[] => [
  ...difference('fills', fills, truth.fills),
  ...difference(
    'open',
    open.orders.map(({ OrderId, Quantity }) => [OrderId, Quantity]),
    truth.orders
      .filter(({ state }) => state === 'Working')
      .map(({ OrderId, remaining }) => [OrderId, remaining]),
  ),
  ...difference(
    'balances',
    [...balances.byProduct.values()].map(({ ProductId, Amount, Hold }) => [ProductId, Amount, Hold]),
    truth.balances,
  ),
];

/** How long nothing must have happened for what is told to have to be true, in milliseconds. */
const quietFor = 1_500;
/** Where these happen, what is told can be wrong until the next restoration, or audit, that was asked after it. */
const lossy: readonly string[] = ['lose', 'mute', 'swapFills', 'historyLag', 'late', 'swallow'];

const hasLossy = ({ faults }: FaultScript): boolean => faults.some(({ does }) => lossy.includes(does));

/** When the last fault was over that had begun by then; what waits for a frame may begin at any time. */
const lastFault = ({ faults, lasts }: FaultScript, at: number): number =>
  Math.max(
    0,
    ...faults
      .filter(({ after = 0 }) => after <= at)
      .map((fault) => {
        if (fault.on !== undefined) return lasts;
        return Math.min(lasts, (fault.after ?? 0) + ('lasts' in fault ? fault.lasts : 0));
      }),
  );

/** Says of each moment whether what is told has to be true by then. */
const createQuiet = (script: FaultScript) => {
  const isLossy = hasLossy(script);
  let truth = '';
  let since = 0;
  return ({ open, balances }: Told, now: Truth, at: number): boolean => {
    const text = JSON.stringify(now);
    if (text !== truth) since = at;
    truth = text;
    const over = lastFault(script, at);
    const isProven = !isLossy || open.provenAt > script.lasts * 2;
    const isLive = open.status === 'live' && balances.status === 'live';
    return isLive && isProven && at - since >= quietFor && at - over >= quietFor;
  };
};

/** What one run is made of. */
export interface Seed {
  readonly seed: number;
  readonly profile: Profile;
  readonly faults: FaultScript;
  readonly orders: number;
}

/** Sends orders while things go wrong, and says what was wrong with what was told of them at the end. */
export const runSeed = (
  { seed, profile, faults, orders }: Seed,
  options: PlaceOrderOptions = {},
): Outcome => {
  const wrong: unknown[] = [];
  const lives = new Map<number, OrderLife>();
  const doubts: number[] = [];
  const fills: string[] = [];
  const tags: Record<string, number> = {};
  let restorations = 0;
  let quiet = 0;
  let endedAt = 0;
  let open: OpenOrders | undefined;
  let balances: Balances | undefined;
  new TestScheduler(() => undefined).run(({ flush }) => {
    const exchange = createExchange({
      startTime: 1_700_000_000_000,
      seed,
      crowd: 450,
      prices: { 1: '104300.00' },
      latency: seed % 3 === 0 ? 0 : 5 * (seed % 3),
      ...profile,
      faults,
    });
    const client = createClient({
      transport: exchange.transport,
      credentials: apiKeyLogin({ ...trader, nonce: () => String(seed) }),
      backoff: (attempt) => Math.min(attempt * 20, 200),
      keepAlive: { interval: 200, timeout: 100 },
      stableAfter: 100,
      requestTimeout: 300,
    });
    const random = createRandom(seed);
    const at = (time: number, act: () => void): void => {
      timer(time).subscribe(act);
    };
    openOrders$(client, { AccountId }).subscribe((now) => (open = now));
    balances$(client, { AccountId }).subscribe((now) => (balances = now));
    fills$(client, { AccountId }).subscribe(({ trade }) =>
      fills.push(`${trade.OrderId} ${trade.ExecutionId} ${trade.Quantity}`),
    );
    const place = (id: number): void => {
      const level1 = rightOf(exchange.market.level1(1));
      const order = orderOf(random, id, numberOf(level1.BestBid), numberOf(level1.BestOffer));
      let doubtedAt: number | undefined;
      const life$: Observable<OrderLife> = placeOrder$(client, order, options);
      life$.subscribe((life) => {
        lives.set(id, life);
        if (life._tag === 'Unknown') doubtedAt ??= asyncScheduler.now();
        else if (doubtedAt !== undefined) {
          doubts.push(asyncScheduler.now() - doubtedAt);
          doubtedAt = undefined;
        }
      });
    };
    for (let index = 0; index < orders; index += 1) at(100 + random.below(scriptEnd), () => place(index + 1));
    // By somebody else, so that only events tell of it.
    const cancel = (): void => {
      const open = rightOf(exchange.market.openOrders(AccountId));
      exchange.market.cancelOrder({ OrderId: open[random.below(Math.max(1, open.length))]?.OrderId ?? 0 });
    };
    for (let index = 0; index < orders / 2; index += 1) at(100 + random.below(scriptEnd), cancel);
    at(scriptEnd + 200, cancel);
    const isQuiet = createQuiet(faults);
    const judge = (isLast: boolean): void => {
      if (open === undefined || balances === undefined || wrong.length > 0) return;
      const told = { open, balances, fills };
      const truth = truthOf(exchange);
      if (!isQuiet(told, truth, asyncScheduler.now()) && !isLast) return;
      quiet += 1;
      const problems = differences(told, truth);
      if (problems.length > 0) wrong.push({ at: asyncScheduler.now(), status: open.status, problems });
    };
    interval(250)
      .pipe(takeUntil(timer(watchedUntil)))
      .subscribe(() => judge(false));
    const finish = (): void => {
      endedAt = asyncScheduler.now();
      const truth = truthOf(exchange);
      const tellsIds = !faults.faults.some(({ does }) => does === 'noClientOrderId');
      for (const [id, life] of lives) wrong.push(...wrongWith(id, life, truth, tellsIds));
      judge(true);
      for (const { _tag } of lives.values()) tags[_tag] = (tags[_tag] ?? 0) + 1;
      restorations = open?.epoch ?? 0;
      client.close();
      exchange.close();
    };
    at(watchedUntil, () => {
      const isDoubted = [...lives.values()].some(({ _tag }) => _tag === 'Unknown');
      if (isDoubted || hasLossy(faults)) at(judgedAt - watchedUntil, finish);
      else finish();
    });
    flush();
    if (asyncScheduler.now() > endedAt) wrong.push({ timersUntil: asyncScheduler.now() });
  });

  const told = wrong.map((one) => ({ seed, one }));
  return { wrong: told, tags, doubts, fills: fills.length, restorations, quiet };
};

const tradingFaults = [
  ...([
    'late',
    'swallow',
    'lose',
    'repeat',
    'swapFills',
    'historyLag',
    'noClientOrderId',
    'slowTicks',
  ] as const),
  ...(['drop', 'logOut', 'withhold', 'delay', 'duplicate', 'reorder', 'eventFirst', 'mute'] as const),
] as const;

/** Replies are slow all the time, so that events overtake them, and the link is lost three times. */
const slowScript = (seed: number): FaultScript => {
  const random = createRandom(seed);
  const drop = (after: number) => ({ does: 'drop', after: after + random.below(900) }) as const;
  const delay = { does: 'delay', by: 80 + random.below(200), lasts: scriptEnd } as const;
  return { lasts: scriptEnd, faults: [delay, drop(500), drop(1_600), drop(2_700)] };
};

/** What is wrong with the wire, with the trading behind it, and with the pace. */
const scripts: readonly ((seed: number) => FaultScript)[] = [
  (seed) => faultScript(seed, { lasts: scriptEnd, kinds: 'wire' }),
  (seed) => faultScript(seed, { lasts: scriptEnd, kinds: tradingFaults }),
  slowScript,
];
const everyProfile: readonly Profile[] = [{}, ...Object.values(profiles)];

/** Which seeds are run, and how many orders each sends. */
export interface Seeds {
  readonly from: number;
  readonly seeds: number;
  readonly orders: number;
}

/** Runs some seeds, over all profiles and all kinds of scripts in turn. */
export const runSeeds = ({ from, seeds, orders }: Seeds, options: PlaceOrderOptions = {}): Outcome => {
  const outcomes = Array.from({ length: seeds }, (_, index) => {
    const seed = from + index;
    const profile = everyProfile[seed % everyProfile.length] ?? {};
    const faults =
      scripts[Math.floor(seed / everyProfile.length) % scripts.length]?.(seed) ?? slowScript(seed);
    return runSeed({ seed, profile, faults, orders }, options);
  });
  const tags: Record<string, number> = {};
  for (const outcome of outcomes)
    for (const [tag, count] of Object.entries(outcome.tags)) tags[tag] = (tags[tag] ?? 0) + count;
  const sum = (of: (outcome: Outcome) => number): number => outcomes.map(of).reduce((a, b) => a + b, 0);
  return {
    wrong: outcomes.flatMap(({ wrong }) => wrong),
    tags,
    doubts: outcomes.flatMap(({ doubts }) => doubts),
    fills: sum(({ fills }) => fills),
    restorations: sum(({ restorations }) => restorations),
    quiet: sum(({ quiet }) => quiet),
  };
};

/** The median, the 90th percentile and the longest of some times. */
export const median = (
  times: readonly number[],
): Readonly<Record<'median' | 'p90' | 'longest', number | undefined>> => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number | undefined =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5), p90: at(0.9), longest: at(1) };
};
