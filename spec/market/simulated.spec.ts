import { apiKeyLogin, type Bar, bars$, createClient, trades$, whenLive } from '../../src/index.ts';
import { createExchange, demoUsers, type Exchange, profiles } from '../../src/simulator/index.ts';
import { formatDecimal } from '../../src/simulator/market/decimal.ts';
import { marbles } from '../support/marbles.ts';

const [trader] = demoUsers;
const rightOf = <A>(found: { readonly _tag: string; readonly right?: A }): A => found.right as A;

/** Some minutes at a simulated exchange that is lost now and then: what was kept, and what the exchange knows. */
const follow = (
  profile: Parameters<typeof createExchange>[0],
  end = 200_000,
  drops = [20_000, 61_500, 130_000],
) => {
  const kept = new Map<number, Bar>();
  const finals = new Map<number, Bar>();
  const ids: number[] = [];
  const statuses: string[] = [];
  let gaps = 0;
  let revised = 0;
  let changesOfFinals = 0;
  let known: { readonly bars: readonly (readonly number[])[]; readonly lastTrade: number } = {
    bars: [],
    lastTrade: 0,
  };
  const known$ = ({ market }: Exchange): typeof known => ({
    bars: rightOf(market.bars(1, 60, 10)).map((row) =>
      [row[9], formatDecimal(row[4]), formatDecimal(row[5])].map(Number),
    ),
    lastTrade: rightOf(market.trades(1, 1))[0]?.[0] ?? 0,
  });
  marbles(({ cold, flush }) => {
    const exchange = createExchange({ ...profile, crowd: 500, startTime: 1_700_000_000_000, latency: 5 });
    const client = createClient({
      transport: exchange.transport,
      credentials: apiKeyLogin(trader),
      backoff: () => 2_000,
      keepAlive: false,
    });
    bars$(client, { InstrumentId: 1, Interval: 60, history: 10 }).subscribe(({ status }) => {
      if (statuses.at(-1) !== status) statuses.push(status);
    });
    bars$(client, { InstrumentId: 1, Interval: 60, history: 10 })
      .pipe(whenLive())
      .subscribe(({ changed, ...bars }) => {
        revised = bars.revised;
        for (const bar of changed) {
          if (finals.has(bar.begin)) changesOfFinals += 1;
          if (bar.isFinal) finals.set(bar.begin, bar);
          kept.set(bar.begin, bar);
        }
      });
    trades$(client, { InstrumentId: 1 }).subscribe((item) => {
      if (item._tag === 'Gap') gaps += 1;
      else ids.push(Number(item.TradeId));
    });
    drops.forEach((at) => cold(`${at}ms d`).subscribe(() => exchange.drop()));
    cold(`${end}ms c`).subscribe(() => {
      known = known$(exchange);
      client.close();
      exchange.close();
    });
    flush();
  });
  return { kept, ids, gaps, statuses, revised, changesOfFinals, known };
};

describe('bars$ and trades$ at the simulated exchange, which drops its connections', () => {
  it.each([
    ['by default', {}, true],
    ['as an old gateway', { barColumns: 9, idleBars: 'zero' } as const, true],
    ['adversarial', profiles.adversarial, false],
  ])('have in the end what the exchange has: %s', (_name, profile, isAlike) => {
    const { kept, ids, gaps, statuses, revised, changesOfFinals, known } = follow(profile);

    expect(statuses).toEqual([
      'restoring',
      ...['live', 'restoring', 'live', 'restoring', 'live', 'restoring', 'live'],
      'restoring',
    ]);
    expect(ids.length).toBeGreaterThan(50);
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
    expect(gaps).toBe(0);
    expect(changesOfFinals).toBe(revised);
    expect(known.bars.length).toBeGreaterThan(2);
    // An adversarial gateway tells of the volume since the last tick, and the whole only in a snapshot.
    const ours = [...kept.values()].map(({ begin, close, volume }) => [begin, close, volume]);
    if (isAlike) expect(ours).toEqual(known.bars);
    else expect(ours.map(([begin = 0]) => Math.floor(begin))).toEqual(known.bars.map(([begin]) => begin));
    expect(ids.at(-1)).toBe(known.lastTrade);
  });
});
