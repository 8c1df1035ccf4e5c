import { asyncScheduler, type Observable, timer } from 'rxjs';
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
import { marbles } from '../../support/marbles.ts';

/** What one seed came to. */
export interface Outcome {
  readonly wrong: readonly unknown[];
  readonly tags: Readonly<Record<string, number>>;
  /** How long doubts lasted, in milliseconds. */
  readonly doubts: readonly number[];
  readonly fills: number;
  readonly restorations: number;
}

const [trader] = demoUsers;
const AccountId = 7;
/** When the script is over, in milliseconds. */
export const scriptEnd = 4_000;
/** When all doubts have had their time. */
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

/** What is wrong with what was said of one order. */
const wrongWith = (id: number, life: OrderLife | undefined, { orders }: Truth): readonly unknown[] => {
  const there = orders.filter(({ ClientOrderId }) => ClientOrderId === id);
  const said = { id, tag: life?._tag, executed: life?.executed, there };
  if (there.length > 1) return [{ ...said, problem: 'doubled' }];
  if (life === undefined) return [{ ...said, problem: 'nothing was said' }];
  const [order] = there;
  if (order === undefined)
    return ['Denied', 'NotSent', 'NotFound', 'Rejected', 'Unresolved'].includes(life._tag) ? [] : [said];
  if (life._tag === 'Unresolved') return [];
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
  let open: OpenOrders | undefined;
  let balances: Balances | undefined;
  marbles(({ flush }) => {
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
    at(scriptEnd + 200, () =>
      exchange.market.cancelOrder({
        OrderId: rightOf(exchange.market.openOrders(AccountId))[0]?.OrderId ?? 0,
      }),
    );
    at(judgedAt, () => {
      const truth = truthOf(exchange);
      for (const [id, life] of lives) wrong.push(...wrongWith(id, life, truth));
      const openThere = truth.orders.filter(({ state }) => state === 'Working');
      wrong.push(
        ...difference(`fills, ${open?.status}`, fills, truth.fills),
        ...difference(
          `open, ${open?.status}`,
          (open?.orders ?? []).map((order) => [order.OrderId, order.Quantity]),
          openThere.map(({ OrderId, remaining }) => [OrderId, remaining]),
        ),
        ...difference(
          'balances',
          [...(balances?.byProduct.values() ?? [])].map(({ ProductId, Amount, Hold }) => [
            ProductId,
            Amount,
            Hold,
          ]),
          truth.balances,
        ),
      );
      for (const { _tag } of lives.values()) tags[_tag] = (tags[_tag] ?? 0) + 1;
      restorations = open?.epoch ?? 0;
      client.close();
      exchange.close();
    });
    flush();
    if (asyncScheduler.now() > judgedAt) wrong.push({ timersUntil: asyncScheduler.now() });
  });

  return { wrong: wrong.map((one) => ({ seed, one })), tags, doubts, fills: fills.length, restorations };
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
const everyProfile: readonly Profile[] = [{}, ...Object.values(profiles)];

/** Which seeds are run, and how many orders each sends. */
export interface Seeds {
  readonly from: number;
  readonly seeds: number;
  readonly orders: number;
}

/** Runs some seeds, over all profiles in turn: what is wrong with the wire, and with the trading behind it. */
export const runSeeds = ({ from, seeds, orders }: Seeds, options: PlaceOrderOptions = {}): Outcome => {
  const outcomes = Array.from({ length: seeds }, (_, index) => {
    const seed = from + index;
    const profile = everyProfile[seed % everyProfile.length] ?? {};
    const isWire = Math.floor(seed / everyProfile.length) % 2 === 0;
    const faults = faultScript(seed, { lasts: scriptEnd, kinds: isWire ? 'wire' : tradingFaults });
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
