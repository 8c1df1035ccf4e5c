import type { Observable } from 'rxjs';
import { arbitrage$ } from '../../examples/strategies/arbitrage.ts';
import { crossover$ } from '../../examples/strategies/crossover.ts';
import { quoting$ } from '../../examples/strategies/quoting.ts';
import { spreadAlert$ } from '../../examples/strategies/spreadAlert.ts';
import { vwap$ } from '../../examples/strategies/vwap.ts';
import { apiKeyLogin, type Connection, createClient } from '../../src/index.ts';
import { createExchange, demoUsers, type Exchange } from '../../src/simulator/index.ts';
import { marbles } from '../support/marbles.ts';

const [trader] = demoUsers;
const own = { AccountId: 7, InstrumentId: 1 };

/** What strategies tell at a simulated exchange, or two, in some seconds of which the middle one begins with a drop. */
const run = <A>(
  seconds: number,
  prices: readonly string[],
  strategy: (one: Connection, other: Connection) => Observable<A>,
): { readonly told: readonly A[]; readonly exchanges: readonly Exchange[] } => {
  const told: A[] = [];
  let exchanges: readonly Exchange[] = [];
  marbles(({ cold, flush }) => {
    exchanges = prices.map((price, index) =>
      createExchange({
        seed: index + 1,
        crowd: 500,
        crowdInstruments: [1],
        prices: { 1: price },
        startTime: 1_700_000_000_000,
        latency: 3,
      }),
    );
    const clients = exchanges.map(({ transport }) =>
      createClient({ transport, credentials: apiKeyLogin(trader), backoff: () => 100, keepAlive: false }),
    );
    const [one, other = one] = clients;
    if (one !== undefined && other !== undefined) strategy(one, other).subscribe((item) => told.push(item));
    cold(`${seconds * 500 + 1}ms d`).subscribe(() => exchanges.forEach((exchange) => exchange.drop()));
    cold(`${seconds * 1_000 + 1}ms c`).subscribe(() => {
      for (const client of clients) client.close();
      for (const exchange of exchanges) exchange.close();
    });
    flush();
  });
  return { told, exchanges };
};
const atOne = <A>(seconds: number, strategy: (client: Connection) => Observable<A>) =>
  run(seconds, ['104000'], strategy);

describe('the strategies at the simulated exchange, which drops its connections', () => {
  it('spread alert: wide and narrow take turns', () => {
    const { told } = atOne(30, (client) => spreadAlert$(client, { InstrumentId: 1, wide: 6, narrow: 4 }));
    expect(told.length).toBeGreaterThan(1);
    expect(told.map(({ isWide }) => isWide)).toEqual(told.map((_, index) => index % 2 === 0));
  });

  it('VWAP: near the price, and nothing missing', () => {
    const { told } = atOne(30, (client) => vwap$(client, 1, 5_000));
    const prices = told.flatMap(({ price }) => (price === undefined ? [] : [price]));
    expect(prices.length).toBeGreaterThan(10);
    expect(prices.filter((price) => Math.abs(price / 104_000 - 1) > 0.05)).toEqual([]);
    expect(told.every(({ isWhole }) => isWhole)).toBe(true);
  });

  it('crossover: buys and sells take turns', () => {
    const averages = { InstrumentId: 1, Interval: 60, fast: 1, slow: 2 };
    const { told } = atOne(250, (client) => crossover$(client, averages));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((signal, index) => signal === told[index - 1])).toEqual([]);
  });

  it('quoting: stays within its inventory, with at most one order on a side', () => {
    const terms = { ...own, ProductId: 1, Quantity: 0.01, least: 1.95, most: 2.05, idTag: 1 };
    const {
      exchanges: [exchange],
    } = atOne(60, (client) => quoting$(client, terms));
    const orders = exchange?.orders(7) ?? [];
    const sides = orders.filter(({ OrderState }) => OrderState === 'Working').map(({ Side }) => Side);
    const held = Number(exchange?.balances(7).find(({ ProductId }) => ProductId === 1)?.Amount);
    expect(orders.length).toBeGreaterThan(5);
    expect(exchange?.executions(7).length).toBeGreaterThan(0);
    expect(sides).toEqual([...new Set(sides)]);
    expect(held).toBeGreaterThanOrEqual(1.95 - 1e-3);
    expect(held).toBeLessThanOrEqual(2.05);
  });

  it('arbitrage: buys where it is cheap and sells where it is dear', () => {
    const terms = { least: 0.001, most: 0.01 };
    const venue = (client: Connection) => ({ client, ...own });
    const { told, exchanges } = run(5, ['104000', '105000'], (one, other) =>
      arbitrage$([venue(one), venue(other)], terms),
    );
    expect(told.length).toBeGreaterThan(1);
    const [bought, sold] = exchanges.map((exchange) => exchange.executions(7));
    expect(new Set(bought?.map(({ Side }) => Side))).toEqual(new Set(['Buy']));
    expect(new Set(sold?.map(({ Side }) => Side))).toEqual(new Set(['Sell']));
    const paid = Math.max(...(bought ?? []).map(({ Price }) => Number(Price)));
    expect(Math.min(...(sold ?? []).map(({ Price }) => Number(Price)))).toBeGreaterThan(paid);
  });
});
