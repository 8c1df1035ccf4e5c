import { combineLatest, concat, endWith, last, sample, switchMap, takeWhile } from 'rxjs';
import {
  apiKeyLogin,
  type Client,
  createClient,
  openOrders$,
  orderBook$,
  type OrderBookView,
  placeOrder$,
  whenLive,
} from '../../../src/index.ts';
import { createExchange, demoUsers, type Exchange, profiles } from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';

type Profile = Parameters<typeof createExchange>[0];
type Options = Parameters<typeof orderBook$>[2];

type Sides = ReturnType<Exchange['book']>;

const pairsAt = (levels: Sides['bids']) =>
  levels.map(({ Price, Quantity }) => [Number(Price), Number(Quantity)]);
const pairsOf = (levels: Iterable<{ readonly price: number; readonly quantity: number }>) =>
  [...levels].map(({ price, quantity }) => [price, quantity]);

/** Whether a view has the levels that the exchange itself has at this moment. */
const isAsAt = (exchange: Exchange, { levels }: OrderBookView): boolean => {
  const { bids, asks } = exchange.book(1);
  const theirs = [pairsAt(bids), pairsAt(asks)];
  return JSON.stringify(theirs) === JSON.stringify([pairsOf(levels('bids')), pairsOf(levels('asks'))]);
};

/** A book at a busy simulated exchange; what was told in the end, and each status in turn. */
const follow = (
  profile: Profile,
  seconds: number,
  { options, act = () => undefined }: { options?: Options; act?: (exchange: Exchange) => void },
) => {
  const statuses: string[] = [];
  let last: OrderBookView | undefined;
  let mendedAfter = Infinity;
  let alike = 0;
  marbles(({ cold, flush }) => {
    const exchange = createExchange({ ...profile, crowd: 200, startTime: 1_700_000_000_000, latency: 20 });
    const client = createClient({ transport: exchange.transport, backoff: () => 500, keepAlive: false });
    orderBook$(client, { InstrumentId: 1 }, options).subscribe((view) => {
      if (statuses.at(-1) !== view.status) statuses.push(view.status);
      if (view.repairs.done > 0) mendedAfter = Math.min(mendedAfter, view.repairs.audits);
      last = view;
    });
    cold('5s a').subscribe(() => act(exchange));
    for (let before = 1; before <= 50; before++) {
      cold(`${seconds * 1_000 - 100 * before}ms e`).subscribe(() => {
        if (last !== undefined && isAsAt(exchange, last)) alike += 1;
      });
    }
    cold(`${seconds}s c`).subscribe(() => {
      const before = last;
      client.close();
      exchange.close();
      last = before;
      statuses.pop();
    });
    flush();
  });
  return { statuses, repairs: last?.repairs, mendedAfter, alike };
};

describe('orderBook$ at the simulated exchange', () => {
  it.each(Object.keys(profiles) as (keyof typeof profiles)[])(
    'never takes a book for wrong that is right: %s',
    (name) => {
      const { repairs } = follow({ ...profiles[name], crowdInstruments: [1] }, 120, {
        options: { auditAfter: 1_000 },
      });
      expect(repairs?.audits).toBeGreaterThan(20);
      expect(repairs).toMatchObject({ done: 0, differences: 0 });
    },
  );

  it.each([
    ['crossed', 1],
    ['differences', 2],
  ])("mends a book that holds ghosts within three audits, to the exchange's own: %s", (why, seed) => {
    const { repairs, statuses, mendedAfter, alike } = follow({ seed }, 30, {
      options: { auditAfter: 3_000 },
      act: (exchange) =>
        exchange.play({ lasts: 2_000, faults: [{ after: 0, does: 'ghost', levels: 2, lasts: 2_000 }] }),
    });
    expect(repairs).toMatchObject({ done: 1, last: { why } });
    expect([mendedAfter <= 3, alike]).toEqual([true, 50]);
    expect(statuses.filter((status) => status === 'restoring').length).toBeGreaterThan(0);
  });

  it.each([
    ['crossed', 1],
    ['differences', 2],
  ])("mends a book that has lost frames within three audits, to the exchange's own: %s", (why, seed) => {
    const { repairs, mendedAfter, alike } = follow({ seed }, 30, {
      options: { auditAfter: 3_000 },
      act: (exchange) =>
        exchange.play({
          lasts: 1_000,
          faults: [{ after: 0, does: 'lose', event: 'Level2UpdateEvent', lasts: 1_000 }],
        }),
    });
    expect(repairs).toMatchObject({ done: 1, last: { why } });
    expect([mendedAfter <= 3, alike]).toEqual([true, 50]);
  });

  it('says of a crossed book that it is, and begins it afresh where that lasts', () => {
    const { repairs, statuses } = follow({}, 40, {
      options: { audit: false },
      act: (exchange) =>
        exchange.play({ lasts: 10_000, faults: [{ after: 0, does: 'crossed', lasts: 10_000 }] }),
    });
    expect(statuses).toContain('crossed');
    expect(repairs?.crossed).toBeGreaterThan(0);
    expect(repairs?.done).toBeGreaterThan(0);
    expect(statuses.at(-1)).toBe('live');
  });

  it('is without own orders what it was before them: parts of icebergs, stops that wait, and none of elsewhere', () => {
    const seen: OrderBookView[] = [];
    const [trader, maker] = demoUsers;
    marbles(({ cold, flush }) => {
      const exchange = createExchange({ crowd: 'off', startTime: 1_700_000_000_000, latency: 3 });
      const [client, other] = [trader, maker].map((user) =>
        createClient({ transport: exchange.transport, credentials: apiKeyLogin(user), keepAlive: false }),
      ) as [Client, Client];
      const rest = (by: Client, AccountId: number, orders: readonly object[]) =>
        concat(
          ...orders.map((order) =>
            placeOrder$(by, {
              ...{ AccountId, InstrumentId: 1, OrderType: 'Limit', TimeInForce: 'GTC', Quantity: 0.01 },
              ...order,
            } as never).pipe(takeWhile(({ _tag }) => _tag !== 'Working')),
          ),
        );
      const book$ = orderBook$(client, { InstrumentId: 1 }).pipe(whenLive());
      const own = [
        { Side: 'Buy', LimitPrice: 103_990 },
        {
          Side: 'Buy',
          LimitPrice: 104_000,
          UseDisplayQuantity: true,
          DisplayQuantity: 0.001,
          Quantity: 0.02,
        },
        {
          Side: 'Buy',
          OrderType: 'StopLimit',
          PegPriceType: 'Last',
          StopPrice: 105_000,
          LimitPrice: 103_980,
        },
        { Side: 'Buy', InstrumentId: 2, LimitPrice: 103_980 },
        { Side: 'Sell', LimitPrice: 104_010 },
      ];
      rest(other, 8, [
        ...[104_000, 103_990, 103_980].map((LimitPrice) => ({ Side: 'Buy', LimitPrice })),
        ...[104_010, 104_020].map((LimitPrice) => ({ Side: 'Sell', LimitPrice })),
      ])
        .pipe(
          endWith(undefined),
          last(),
          switchMap(() => combineLatest([book$, openOrders$(client, { AccountId: 7 })])),
          sample(cold('400ms a 7s b')),
        )
        .subscribe(([view, { orders }]) => seen.push(view, view.without(orders) as OrderBookView));
      cold('500ms o')
        .pipe(switchMap(() => rest(client, 7, own)))
        .subscribe();
      cold('9s x').subscribe(() => {
        client.close();
        other.close();
        exchange.close();
      });
      flush();
    });
    const levels = (view: OrderBookView) => [
      ...pairsOf(view.levels('bids')),
      ...pairsOf(view.levels('asks')),
    ];
    const [before, , shown, without] = seen.map(levels);
    expect(before).toHaveLength(5);
    expect(shown).toEqual([
      [104_000, 0.011],
      [103_990, 0.02],
      [103_980, 0.01],
      [104_010, 0.02],
      [104_020, 0.01],
    ]);
    expect(without).toEqual(before);
  });
});
