import { createResolve } from '../../src/orders/resolve.ts';
import { median, runSeeds } from './support/seeds.ts';

const ordersPerSeed = 40;
/** `scripts/orders-seeds.mjs` asks for more. */
const seeds = Math.ceil(Number(process.env['ORDERS'] ?? 2_000) / ordersPerSeed);

describe(`${seeds * ordersPerSeed} orders, through ${seeds} scripts of faults`, () => {
  const { doubts, tags, wrong, ...counts } = runSeeds({ from: 1, seeds, orders: ordersPerSeed });

  it('are never doubled, never said to be what they are not, and the account is true again', () => {
    expect(wrong).toEqual([]);
  });

  it('meet with what there is to meet with', () => {
    console.log(JSON.stringify({ ...tags, ...counts, doubts: doubts.length, ...median(doubts) }));
    for (const tag of ['Filled', 'Canceled', 'NotSent', 'NotFound', 'Working'])
      expect(tags[tag]).toBeGreaterThan(0);
    expect(counts.restorations).toBeGreaterThan(seeds);
    expect(counts.fills).toBeGreaterThan(seeds * 10);
    expect(counts.quiet).toBeGreaterThan(seeds * 5);
  });

  it('are noticed where one is left open that can be found out', () => {
    const resolve = createResolve({ giveUp: 1_000 });
    const { wrong } = runSeeds({ from: 1, seeds: 6, orders: 10 }, { resolve });
    expect(wrong).toContainEqual(
      expect.objectContaining({ one: expect.objectContaining({ problem: 'left open' }) as unknown }),
    );
  });
});
