import { type Observable, timer } from 'rxjs';
import {
  apiKeyLogin,
  bars$,
  type Client,
  createClient,
  follow$,
  GetLevel1,
  GetOMSFees,
  GetProducts,
  GetUserAccounts,
  GetUserInfo,
  orderBook$,
  orders$,
  placeOrder$,
  request$,
  subscribe$,
  SubscribeLevel1,
  trades$,
} from '../../src/index.ts';
import { demoUsers, type Exchange } from '../../src/simulator/index.ts';
import type { Transport } from '../../src/transport/transport.ts';

/** Somebody who is told something: a stream of one instrument, the account, or one request. */
export type Consumer = string;

/** What each consumer was told, and when. */
export type Diary = Map<Consumer, string[]>;

/** How a program is watched. */
export interface Watching {
  readonly diary: Diary;
  readonly elapsed: () => number;
  /** Is told which request is being sent, while it is. */
  readonly sending: (consumer: Consumer | undefined) => void;
}

const [trader] = demoUsers;
const AccountId = 7;
/** Followed, and traded by the crowd. */
const followed = [1, 2] as const;
/** Traded by the program alone, so that nothing that becomes of its orders shows elsewhere. */
const own = 3;

type Told = (value: unknown) => unknown;

/** No ids: they count on with every order of anybody. */
const toldOf = (value: object, names: readonly string[]): unknown =>
  Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));

const trust = ['status', 'epoch', 'since'] as const;
const bookOf: Told = (value) => {
  const { top } = value as { readonly top: (n: number) => unknown };
  return [toldOf(value as object, trust), top(5)];
};
const level1Of: Told = (value) =>
  toldOf(value as object, [
    'BestBid',
    'BestOffer',
    'LastTradedPx',
    'status',
    'state',
    '_tag',
    'value',
    'SessionHigh',
    'Volume',
  ]);
const tradeOf: Told = (value) =>
  toldOf(value as object, ['_tag', 'price', 'quantity', 'Price', 'Quantity', 'takerSide']);
const barsOf: Told = (value) => {
  const { status, epoch, bars } = value as { status: unknown; epoch: unknown; bars: readonly unknown[] };
  return [status, epoch, bars.length, bars.at(-1), bars.at(-2)];
};
const ordersOf: Told = (value) => {
  const { open, status } = value as { open: readonly object[]; status: unknown };
  return [
    status,
    open.map((order) => toldOf(order, ['ClientOrderId', 'OrderState', 'QuantityExecuted', 'Side'])),
  ];
};
const lifeOf: Told = (value) => toldOf(value as object, ['_tag', 'executed', 'remaining', 'isFinal']);
const replyOf: Told = (value) => value;

/**
 * Bars of an hour, as one wrong time may put the clock of the exchange, which all bars go by, ahead by a minute.
 */
const Interval = 3_600;

const streamsOf = (client: Client): readonly (readonly [Consumer, Observable<unknown>, Told])[] => [
  ...followed.flatMap((InstrumentId) => {
    const of = { InstrumentId };
    return [
      [`Level1:${InstrumentId}`, subscribe$(client, SubscribeLevel1, of), level1Of],
      [`Level1:${InstrumentId}`, follow$(client, SubscribeLevel1, of), level1Of],
      [`Level2:${InstrumentId}`, orderBook$(client, of), bookOf],
      [`Trades:${InstrumentId}`, trades$(client, of), tradeOf],
      [`Ticker:${InstrumentId}`, bars$(client, { ...of, Interval }), barsOf],
    ] as const;
  }),
  ['account', orders$(client, { AccountId }), ordersOf],
];

const orderOf = (nth: number) => ({
  ...({ AccountId, InstrumentId: own, OrderType: 'Limit', TimeInForce: 'GTC' } as const),
  ...{ ClientOrderId: 1_000 + nth, Quantity: '10', LimitPrice: '900.00' },
  Side: nth % 2 === 0 ? ('Buy' as const) : ('Sell' as const),
});

const withoutBigints = (_: string, field: unknown): unknown =>
  typeof field === 'bigint' ? String(field) : field;

/** What a consumer was told may be nested deeper than JSON can write. */
const textOf = (value: unknown): string => {
  try {
    return JSON.stringify(value, withoutBigints);
  } catch {
    return 'too deep';
  }
};

/** How long requests and orders are sent, in milliseconds. */
export const busyFor = 8_000;
/** Between two requests: a reply takes longer, so that there are always some in flight. */
const requestEvery = 25;
const orderEvery = 700;

const asked = [
  (client: Client) => request$(client, GetProducts, {}),
  (client: Client) => request$(client, GetUserInfo, {}),
  (client: Client) => request$(client, GetLevel1, { InstrumentId: 4 }),
  (client: Client) => request$(client, GetUserAccounts, {}),
  (client: Client) => request$(client, GetOMSFees, {}),
] as const;

/** Streams, requests and orders of one client, all by the clock. */
export const runProgram = (exchange: Exchange, transport: Transport, watching: Watching): Client => {
  const { diary, elapsed, sending } = watching;
  const client = createClient({ transport, credentials: apiKeyLogin(trader), backoff: () => 100 });
  const write = (consumer: Consumer, what: string, value?: unknown): void => {
    const lines = diary.get(consumer) ?? [];
    diary.set(consumer, lines);
    lines.push(`${elapsed()} ${what} ${textOf(value)}`);
  };
  const listen = (consumer: Consumer, to$: Observable<unknown>, told: Told): void => {
    to$.subscribe({
      next: (value) => write(consumer, 'next', told(value)),
      error: (error: unknown) => write(consumer, 'error', String(error)),
      complete: () => write(consumer, 'complete'),
    });
  };
  for (const [consumer, to$, told] of streamsOf(client)) listen(consumer, to$, told);
  client.error$.subscribe();
  client.state$.subscribe(({ _tag }) => write('session', _tag));
  const ask = (nth: number): void => {
    const consumer = `request:${nth}`;
    sending(consumer);
    listen(consumer, (asked[nth % asked.length] ?? asked[0])(client), replyOf);
    sending(undefined);
  };
  for (let nth = 0; nth * requestEvery < busyFor; nth += 1)
    timer(1_000 + nth * requestEvery).subscribe(() => ask(nth));
  for (let nth = 0; nth * orderEvery < busyFor; nth += 1) {
    timer(1_000 + nth * orderEvery).subscribe(() =>
      listen('account', placeOrder$(client, orderOf(nth)), lifeOf),
    );
    // Somebody takes a part of it.
    timer(1_300 + nth * orderEvery).subscribe(() =>
      exchange.market.sendOrder({
        ...{ AccountId: 8, InstrumentId: own, OrderType: 'Market', Quantity: '4' },
        Side: nth % 2 === 0 ? 'Sell' : 'Buy',
      }),
    );
  }
  return client;
};

/** Who hears of what a request is answered, by what is asked. */
export const askerOf = (name: string, text: string): Consumer => {
  if (/^(Ping|AuthenticateUser|LogOut)$/.test(name)) return 'session';
  const kind = /(Level1|Level2|L2|Trades|Ticker)/.exec(name)?.[1]?.replace(/^L2$/, 'Level2');
  if (kind === undefined || /Account|History$/.test(name.replace('GetTickerHistory', ''))) return 'account';
  return `${kind}:${/InstrumentId\\?":(\d+)/.exec(text)?.[1] ?? ''}`;
};

const both = (kind: string): readonly Consumer[] => followed.map((instrument) => `${kind}:${instrument}`);

/** Who hears of an event, by its name in lower case. */
export const hearersOf = (name: string): readonly Consumer[] => {
  if (/logout|login|authenticat/.test(name)) return ['session'];
  if (name === 'level1updateevent') return both('Level1');
  if (name === 'level2updateevent') return both('Level2');
  if (name === 'tradedataupdateevent') return both('Trades');
  if (name === 'tickerdataupdateevent') return both('Ticker');
  return /order|account|trade|transaction|deposit|withdraw|market|cancel|position/.test(name)
    ? ['account']
    : [];
};

/** All that may be hit, but for the session, whose end would hit everybody. */
export const streams: readonly Consumer[] = [
  ...both('Level1'),
  ...both('Level2'),
  ...both('Trades'),
  ...both('Ticker'),
  'account',
];
