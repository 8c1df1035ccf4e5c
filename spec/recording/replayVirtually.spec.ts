import { createHash } from 'node:crypto';
import {
  asyncScheduler,
  concat,
  distinctUntilChanged,
  exhaustMap,
  ignoreElements,
  interval,
  map,
  merge,
  NEVER,
  Observable,
  switchMap,
  take,
  takeUntil,
  throwError,
  timer,
  timestamp,
} from 'rxjs';
import { spreadAlert$ } from '../../examples/strategies/spreadAlert.ts';
import { vwap$ } from '../../examples/strategies/vwap.ts';
import {
  apiKeyLogin,
  balances$,
  bars$,
  cancelOrder$,
  type Client,
  type Connection,
  createClient,
  fills$,
  GetProducts,
  type Ids,
  openOrders$,
  orderBook$,
  ownAccount$,
  placeOrder$,
  request$,
  TickerInterval,
  touch$,
  whenLive,
} from '../../src/index.ts';
import { replayVirtually, type Timed } from '../../src/recording/replayVirtually.ts';
import { withRecorder } from '../../src/recording/withRecorder.ts';
import { createExchange, demoUsers, type ExchangeOptions } from '../../src/simulator/index.ts';
import { marbles } from '../support/marbles.ts';

const [trader] = demoUsers;
const nobody = { apiKey: 'none', secret: 'none', userId: 1 };

type Strategy<A> = (client: Connection) => Observable<A>;

interface Recorded<A> {
  readonly lines: readonly string[];
  readonly told: readonly Timed<A>[];
}

/** What a strategy tells in a minute at a simulated exchange, of which the third part begins with a drop, and its recording. */
const record = <A>(strategy: Strategy<A>, options: ExchangeOptions = {}): Recorded<A> => {
  const lines: string[] = [];
  const told: Timed<A>[] = [];
  marbles(({ cold, flush }) => {
    const market = { crowd: 500, crowdInstruments: [1], startTime: 1_700_000_000_000, latency: 3 };
    const exchange = createExchange({ seed: 3, ...market, ...options });
    const transport = withRecorder(exchange.transport, (line) => lines.push(line));
    const client = createClient({ transport, credentials: apiKeyLogin(trader), backoff: () => 100 });
    strategy(client).subscribe((value) => told.push({ at: asyncScheduler.now(), value }));
    cold('20001ms d').subscribe(() => exchange.drop());
    cold('60001ms c').subscribe(() => {
      client.close();
      exchange.close();
    });
    flush();
  });
  return { lines, told };
};

const replayed = <A>(lines: readonly string[], strategy: Strategy<A>) =>
  replayVirtually(lines, (transport) =>
    strategy(createClient({ transport, credentials: apiKeyLogin(nobody), backoff: () => 100 })),
  );

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, field: unknown) => (typeof field === 'bigint' ? String(field) : field));

const digest = (emissions: readonly Timed<unknown>[]): string => {
  const hash = createHash('sha256');
  for (const { at, value } of emissions) hash.update(`${at} ${textOf(value)}\n`);
  return hash.digest('hex');
};

const wholeBook$: Strategy<unknown> = (client) =>
  orderBook$(client, { InstrumentId: 1 }).pipe(map((book) => ({ ...book, levels: book.top(500) })));

/** An account, and a quote below the market that is renewed as the market moves, over a lost connection too. */
const trading$ =
  (ids?: () => Ids): Strategy<unknown> =>
  (client) => {
    const options = ids === undefined ? {} : { ids: ids() };
    const terms = { InstrumentId: 1, Side: 'Buy', Quantity: '0.01' } as const;
    const quote$ = (AccountId: number, bid: number) => {
      const limit = { OrderType: 'Limit', TimeInForce: 'GTC', LimitPrice: (bid - 5).toFixed(2) } as const;
      const order$ = placeOrder$(client, { AccountId, ...terms, ...limit }, options);
      return concat(
        order$.pipe(takeUntil(timer(700))),
        order$.pipe(
          take(1),
          switchMap(({ ClientOrderId }) => cancelOrder$(client, { AccountId, ClOrderId: ClientOrderId })),
        ),
      );
    };
    const buy$ = (AccountId: number) =>
      placeOrder$(client, { AccountId, ...terms, OrderType: 'Market', TimeInForce: 'IOC' }, options);
    return ownAccount$(client).pipe(
      switchMap(({ AccountId }) =>
        merge(
          touch$(client, { InstrumentId: 1 }).pipe(
            whenLive(),
            map(({ best }) => best.bid?.price ?? 0),
            distinctUntilChanged(),
            exhaustMap((bid) => quote$(AccountId, bid)),
          ),
          // The second leaves a moment before the connection is lost.
          timer(6_990, 13_000).pipe(
            take(4),
            exhaustMap(() => buy$(AccountId)),
          ),
          openOrders$(client, { AccountId }),
          balances$(client, { AccountId }).pipe(
            map(({ byProduct, ...rest }) => ({ ...rest, byProduct: [...byProduct] })),
          ),
          fills$(client, { AccountId }, { since: 0 }),
        ),
      ),
    );
  };

/** Ids that are the same in each run. */
const counted = (): Ids => {
  let last = 1_000;
  return () => (last += 1);
};

/** What is emitted, but for the ids that a client gives to its orders. */
const withoutIds = (value: unknown): unknown => textOf(value).replaceAll(/"ClientOrderId":"?\d+"?/g, '');

/** Without what closing the client brings about: that is no part of what is played. */
const whileOpen = (emissions: readonly Timed<unknown>[]) => emissions.filter(({ at }) => at < 60_001);

const strategies: Readonly<Record<string, Strategy<unknown>>> = {
  vwap$: (client) => vwap$(client, 1, 5_000),
  spreadAlert$: (client) => spreadAlert$(client, { InstrumentId: 1, wide: 6, narrow: 4 }),
  'orderBook$, every level': wholeBook$,
  touch$: (client) => touch$(client, { InstrumentId: 1 }),
  'bars$, with history': (client) =>
    bars$(client, { InstrumentId: 1, Interval: TickerInterval.OneMinute, history: 50 }),
  'orders, fills and balances': trading$(counted),
  'orders with ids that are new in each run': (client) => trading$()(client).pipe(map(withoutIds)),
};

describe('replayVirtually', () => {
  it.each(Object.entries(strategies))('has %s emit what it emitted, when it did', (_name, strategy) => {
    const { lines, told } = record(strategy);
    const { emissions, outcome, warnings } = replayed(lines, strategy);

    expect(told.length).toBeGreaterThan(5);
    expect(digest(whileOpen(emissions))).toBe(digest(whileOpen(told)));
    expect({ outcome, warnings }).toEqual({ outcome: { _tag: 'RecordingOver' }, warnings: [] });
  });

  it('has orders filled, canceled, and looked up after a loss, as they were', () => {
    const { lines, told } = record(trading$());
    const { emissions, warnings } = replayed(lines, trading$());
    const tags = (all: readonly Timed<unknown>[]) =>
      whileOpen(all).flatMap(({ value }) => (value as { readonly _tag?: string })._tag ?? []);
    expect(tags(emissions)).toEqual(tags(told));
    expect(new Set(tags(emissions))).toEqual(
      new Set([
        'Sent',
        'Accepted',
        'Working',
        'PartiallyFilled',
        'Filled',
        'Fill',
        'Taken',
        'Canceled',
        'Unknown',
      ]),
    );
    expect(lines.filter((line) => line.includes('GetOrdersHistory')).length).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  });

  it('gives each order the id of the client that plays it', () => {
    const { lines } = record(trading$());
    const idsOf = (all: readonly Timed<unknown>[]) =>
      all.flatMap(({ value }) => {
        const { ClientOrderId, order } = value as {
          readonly ClientOrderId?: number;
          readonly order?: { readonly ClientOrderId: number };
        };
        return ClientOrderId === undefined || order === undefined
          ? []
          : [[ClientOrderId, order.ClientOrderId]];
      });
    const pairs = idsOf(replayed(lines, trading$(counted)).emissions);
    expect(pairs.length).toBeGreaterThan(5);
    expect(pairs.filter(([ours, theirs]) => ours !== theirs)).toEqual([]);
    expect(pairs.flat().every((id) => id > 1_000 && id < 2_000)).toBe(true);
  });

  it('tells the times of the recording', () => {
    const { lines } = record(wholeBook$);
    const day = 1_700_000_000_000;
    const shifted = lines.map((line) =>
      line.replace(/"t":(\d+)/, (_text, t: string) => `"t":${day + Number(t)}`),
    );
    const { emissions } = replayed(shifted, wholeBook$);
    expect(emissions[0]?.at).toBe(day);
    expect(emissions.at(-1)?.at).toBeGreaterThan(day + 59_000);
    // As the time of day, too.
    expect(
      emissions.map(({ value }) => (value as { readonly asOf: number }).asOf).find((asOf) => asOf > 0),
    ).toBeCloseTo(day + 6, -1);
    const { emissions: stamped } = replayed(shifted, (client) => wholeBook$(client).pipe(timestamp()));
    expect(
      stamped.filter(({ at, value }) => at !== (value as { readonly timestamp: number }).timestamp),
    ).toEqual([]);
  });

  it('completes with the strategy, and keeps no timer going', () => {
    const { lines } = record(wholeBook$);
    const { emissions, outcome } = replayed(lines, (client) => wholeBook$(client).pipe(take(3)));
    expect([emissions.length, outcome]).toEqual([3, { _tag: 'Completed' }]);
  });

  it('ends with the recording though the strategy has a timer that never ends', () => {
    const { lines } = record(wholeBook$);
    const { emissions, outcome } = replayed(lines, (client) => {
      client.state$.subscribe();
      interval(7).subscribe();
      return interval(1_000);
    });
    expect([emissions.length, outcome]).toEqual([60, { _tag: 'RecordingOver' }]);
  });

  it('ends though the strategy closes its client and goes on', () => {
    const { lines } = record(wholeBook$);
    const { outcome } = replayed(lines, (client) => {
      client.state$.subscribe();
      asyncScheduler.schedule(() => (client as Client).close(), 5_000);
      return interval(1_000);
    });
    expect(outcome).toEqual({ _tag: 'RecordingOver' });
  });

  it('says how a strategy failed, and ends one that never uses its client', () => {
    const { lines } = record(wholeBook$);
    const failure = new Error('no');
    expect(replayed(lines, () => throwError(() => failure)).outcome).toEqual({
      _tag: 'Failed',
      error: failure,
    });
    expect(replayed(lines, () => NEVER).outcome).toEqual({ _tag: 'RecordingOver' });
  });

  it.each([
    [{ form: 5 }, 'form should be left out, as the options are from, onProgress, but is 5'],
    [{ from: NaN }, 'from should be a time in milliseconds since 1970 but is NaN'],
    [{ onProgress: 5 }, 'onProgress should be a function but is 5'],
  ])('refuses options that cannot be meant, before it asks for a strategy: %j', (options, message) => {
    const strategy = jest.fn();
    expect(() => replayVirtually([], strategy, options as object)).toThrow(RangeError);
    expect(() => replayVirtually([], strategy, options as object)).toThrow(
      `The options of replayVirtually cannot be meant: ${message}`,
    );
    expect(strategy).not.toHaveBeenCalled();
  });

  it('refuses a promise, which virtual time does not wait for, and what is no Observable', () => {
    const { lines } = record(wholeBook$);
    const asObservable = (u: unknown) => () => u as Observable<never>;
    expect(() => replayed(lines, asObservable(Promise.resolve()))).toThrow(/returned a promise/);
    expect(() => replayed(lines, asObservable(7))).toThrow(/should return an Observable but returned number/);
    expect(() => replayed(lines, () => { throw new Error('its own'); })).toThrow('its own'); // prettier-ignore
    expect(asyncScheduler.now()).toBeGreaterThan(1e12);
  });

  it('takes three timers of one moment, one of which ends the others', () => {
    const { lines } = record(wholeBook$);
    const { emissions, outcome } = replayed(
      lines,
      () =>
        new Observable<string>((told) => {
          const repeated = interval(100).subscribe(() => told.next('repeated'));
          timer(200).subscribe(() => {
            told.next('ends');
            repeated.unsubscribe();
            late.unsubscribe();
          });
          const late = timer(200).subscribe(() => told.next('late'));
          timer(300).subscribe(() => told.complete());
        }),
    );
    expect(emissions.map(({ value }) => value)).toEqual(['repeated', 'repeated', 'ends']);
    expect(outcome).toEqual({ _tag: 'Completed' });
  });

  it('leaves out what is emitted before from, and has it whole by then', () => {
    const { lines, told } = record(wholeBook$);
    for (const from of [10_000, 40_000]) {
      const { emissions } = replayVirtually(
        lines,
        (transport) => wholeBook$(createClient({ transport, credentials: apiKeyLogin(nobody) })),
        { from },
      );
      const after = told.filter(({ at }) => at >= from);
      const tops = (emissions: readonly Timed<unknown>[]) =>
        emissions.map(({ at, value }) => ({ at, levels: (value as { readonly levels: unknown }).levels }));
      expect(tops(emissions)).toEqual(tops(after));
    }
  });

  it('tells how far it has come', () => {
    const { lines } = record(wholeBook$);
    const seen: number[] = [];
    replayVirtually(lines, (transport) => wholeBook$(createClient({ transport })), {
      onProgress: ({ line }) => seen.push(line),
    });
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(seen.at(-1)).toBe(lines.length);
  });

  it('rejects an order that was not sent when it was recorded', () => {
    const { lines } = record(trading$());
    const terms = { InstrumentId: 1, Side: 'Buy', OrderType: 'Market', TimeInForce: 'IOC' } as const;
    const { emissions, warnings } = replayed(lines, (client) =>
      merge(
        openOrders$(client, { AccountId: 7 }).pipe(ignoreElements()),
        timer(5_000).pipe(switchMap(() => placeOrder$(client, { AccountId: 7, ...terms, Quantity: '7' }))),
      ),
    );
    expect(emissions.map(({ value }) => [value._tag, String(value.reason)])).toEqual([
      ['Rejected', expect.stringContaining('SendOrder was refused: Not recorded') as string],
    ]);
    expect(warnings[0]).toMatchObject({ _tag: 'NotRecorded', call: 'SendOrder', at: 5_000 });
  });

  it('has a call that is not recorded fail, and tells which', () => {
    const { lines } = record(wholeBook$);
    const { outcome, warnings } = replayed(lines, (client) => request$(client, GetProducts, {}));
    expect(outcome).toMatchObject({
      _tag: 'Failed',
      error: { call: 'GetProducts', errormsg: 'Not recorded' },
    });
    expect(warnings).toMatchObject([{ _tag: 'NotRecorded', call: 'GetProducts', at: 6 }]);
  });
});
