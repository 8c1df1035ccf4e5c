import { asyncScheduler, map, type Observable, retry, Subject, takeUntil, timer } from 'rxjs';
import {
  apiKeyLogin,
  CancelAllOrders,
  type Client,
  createClient,
  GetLevel1,
  GetOpenOrders,
  Level2Column,
  type Level2Message,
  request$,
  SendOrder,
  subscribe$,
  SubscribeAccountEvents,
  SubscribeLevel1,
  SubscribeLevel2,
  SubscribeOrderStateEvents,
  SubscribeTicker,
  SubscribeTrades,
  TickerColumn,
  TradeColumn,
  type Transport,
} from '../src/index.ts';
import {
  createExchange,
  demoUsers,
  type Exchange,
  faultScript,
  type Profile,
  profiles,
} from '../src/simulator/index.ts';
import { type Decimal, formatDecimal } from '../src/simulator/market/decimal.ts';
import { marbles } from './support/marbles.ts';

const [trader] = demoUsers;
const key = { apiKey: trader.apiKey, secret: trader.secret, userId: trader.userId };
const running = { InstrumentId: 1 };
const account = { AccountId: 7 };

const seedsPerProfile = 14;
const requestTimeout = 300;
/** When the script is over, in milliseconds. */
const scriptEnd = 4_000;
/** How much later everything must be as it should: time to notice a dead link, to come back, and to begin anew. */
const recovery = 1_500;

const numberOf = (value: Decimal): number => Number(formatDecimal(value));
const rightOf = <A>(found: { readonly _tag: string; readonly right?: A }): A => found.right as A;

/** What is known of the market, by a client or by the exchange itself. */
interface Known {
  readonly book: ReadonlyMap<string, number>;
  readonly summary: readonly (number | null | undefined)[];
  readonly lastTrade: number | undefined;
  readonly volume: number | undefined;
}

const knownBy = ({ market }: Exchange): Known => {
  const level1 = rightOf(market.level1(1));
  return {
    book: new Map(
      rightOf(market.level2(1, 500)).map((row) => [`${row[9]} ${numberOf(row[6])}`, numberOf(row[8])]),
    ),
    summary: [level1.BestBid, level1.BestOffer, level1.LastTradedPx].map(numberOf),
    lastTrade: rightOf(market.trades(1, 1))[0]?.[0],
    volume: rightOf(market.bars(1, 60, 1)).map((row) => numberOf(row[5]))[0],
  };
};

/** Follows every stream, begins again what ends in an error, and keeps what was told. */
const follow = (client: Client, end$: Observable<unknown>) => {
  const book = new Map<string, number>();
  let known: Omit<Known, 'book'> = { summary: [], lastTrade: undefined, volume: undefined };
  const orders = { account: new Set<string>(), orderStates: new Set<string>() };
  const live = <M>(stream$: Observable<M>, take: (message: M) => void): void => {
    stream$.pipe(retry({ delay: 30 }), takeUntil(end$)).subscribe(take);
  };
  live(subscribe$(client, SubscribeLevel2, running), ({ _tag, payload }: Level2Message) => {
    if (_tag === 'Snapshot') book.clear();
    for (const row of payload) {
      const level = `${row[Level2Column.Side]} ${row[Level2Column.Price]}`;
      if (row[Level2Column.ActionType] === 2) book.delete(level);
      else book.set(level, row[Level2Column.Quantity]);
    }
  });
  live(subscribe$(client, SubscribeLevel1, running), ({ payload }) => {
    known = { ...known, summary: [payload.BestBid, payload.BestOffer, payload.LastTradedPx] };
  });
  live(subscribe$(client, SubscribeTrades, running), ({ payload }) => {
    known = { ...known, lastTrade: Number(payload.at(-1)?.[TradeColumn.TradeId]) };
  });
  live(subscribe$(client, SubscribeTicker, { ...running, Interval: 60 }), ({ payload }) => {
    known = { ...known, volume: payload.at(-1)?.[TickerColumn.Volume] };
  });
  live(subscribe$(client, SubscribeAccountEvents, account), (event) => {
    if (event._tag === 'OrderStateEvent') orders.account.add(String(event.payload.ClientOrderId));
  });
  live(subscribe$(client, SubscribeOrderStateEvents, { ...account, ...running }), (event) => {
    if (event._tag === 'OrderStateEvent') orders.orderStates.add(String(event.payload.ClientOrderId));
  });
  return { known: (): Known => ({ ...known, book: new Map(book) }), orders };
};

/** How often each thing was told to the caller of one request, and when the last of it. */
interface Settled {
  values: number;
  ends: number;
  readonly askedAt: number;
  endedAt: number;
}

const observe = (asked$: Observable<unknown>): Settled => {
  const settled: Settled = { values: 0, ends: 0, askedAt: asyncScheduler.now(), endedAt: Infinity };
  const end = (): void => {
    settled.ends += 1;
    settled.endedAt = asyncScheduler.now();
  };
  asked$.subscribe({ next: () => (settled.values += 1), error: end, complete: end });
  return settled;
};

const isSettledOnce = ({ values, ends, askedAt, endedAt }: Settled): boolean =>
  ends === 1 && values <= 1 && endedAt - askedAt <= requestTimeout;

/** The client order ids of what is sent, each as often as it is. */
const withOrdersOf =
  (transport: Transport, sent: string[]): Transport =>
  (url) =>
    transport(url).pipe(
      map((wire) => ({
        ...wire,
        message$: wire.message$,
        send: (text: string) => {
          const id = /ClientOrderId\\":(\d+)/.exec(text)?.[1];
          if (id !== undefined) sent.push(id);
          wire.send(text);
        },
      })),
    );

const order = (ClientOrderId: number) => ({
  ...running,
  ...account,
  Side: 'Buy' as const,
  OrderType: 'Limit' as const,
  TimeInForce: 'GTC' as const,
  Quantity: '0.001',
  LimitPrice: '1.00',
  ClientOrderId,
});

/** Plays one script to a client, and says what was wrong with it; nothing if all is as it should be. */
const wrongAfter = (seed: number, profile: Profile): readonly unknown[] => {
  const wrong: unknown[] = [];
  marbles(({ flush }) => {
    const exchange = createExchange({
      startTime: 1_700_000_000_000,
      seed,
      crowd: 450,
      crowdInstruments: [1],
      prices: { 1: '104300.00' },
      latency: seed % 3,
      ...profile,
      faults: faultScript(seed, { lasts: scriptEnd }),
    });
    const sent: string[] = [];
    const client = createClient({
      transport: withOrdersOf(exchange.transport, sent),
      credentials: apiKeyLogin({ ...key, nonce: () => String(seed) }),
      backoff: (attempt) => Math.min(attempt * 20, 200),
      keepAlive: { interval: 200, timeout: 100 },
      stableAfter: 100,
      requestTimeout,
    });
    const closed$ = new Subject<void>();
    const at = (time: number, act: () => void): void => {
      timer(time).subscribe(act);
    };
    const { known, orders } = follow(client, closed$);
    const requests: Settled[] = [];
    for (let time = 0; time < scriptEnd + recovery; time += 190) {
      at(time, () => {
        requests.push(observe(request$(client, SendOrder, order(1 + time))));
        requests.push(observe(request$(client, GetLevel1, running)));
        if (time % 3 === 0) requests.push(observe(request$(client, CancelAllOrders, account)));
        if (time % 4 === 0) requests.push(observe(request$(client, GetOpenOrders, account)));
      });
    }

    const differences: unknown[] = [];
    const compare = (): void => {
      const [theirs, ours] = [knownBy(exchange), known()];
      if (!isEqual(theirs, ours)) differences.push({ theirs, ours });
    };
    // What is under way at one of the moments has come by the other.
    at(scriptEnd + recovery, compare);
    at(scriptEnd + recovery + 20, compare);
    const probe = 1_000_000 + seed;
    at(scriptEnd + recovery + 30, () => requests.push(observe(request$(client, SendOrder, order(probe)))));
    const end = scriptEnd + recovery + 50;
    at(end, () => {
      closed$.next();
      client.close();
      exchange.close();
    });
    flush();

    if (differences.length === 2) wrong.push({ seed, differences });
    for (const [stream, ids] of Object.entries(orders)) {
      if (!ids.has(String(probe))) wrong.push({ seed, stream, heard: 'nothing of the last order' });
    }
    const unsettled = requests.filter((request) => !isSettledOnce(request));
    if (unsettled.length > 0) wrong.push({ seed, unsettled });
    const twice = sent.filter((id, index) => sent.indexOf(id) !== index);
    if (twice.length > 0) wrong.push({ seed, twice });
    if (asyncScheduler.now() !== end) wrong.push({ seed, timersUntil: asyncScheduler.now() });
  });
  return wrong;
};

const isEqual = (theirs: Known, ours: Known): boolean => {
  try {
    expect(ours).toEqual(theirs);
    return true;
  } catch {
    return false;
  }
};

const everyProfile: readonly (readonly [name: string, profile: Profile])[] = [
  ['no', {}],
  ...Object.entries(profiles),
];

describe(`a client, through ${seedsPerProfile} scripts of faults`, () => {
  it.each(everyProfile)(
    'in the dialect of %s, settles each request once, sends no command twice, knows the truth again, and leaves no timer',
    (name, profile) => {
      const first = 1 + everyProfile.findIndex(([other]) => other === name) * seedsPerProfile;
      const seeds = Array.from({ length: seedsPerProfile }, (_, index) => first + index);

      expect(seeds.flatMap((seed) => wrongAfter(seed, profile))).toEqual([]);
    },
    60_000,
  );
});
