import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createResolve } from '../../src/orders/resolve.ts';
import { type Outcome, runSeeds } from './support/seeds.ts';

const root = join(__dirname, '../..');
const orders = 2_000;

/** What `scripts/orders-seeds.mjs` prints. */
interface Told extends Omit<Outcome, 'doubts'> {
  readonly seeds: number;
  readonly doubts: number;
}

describe(`${orders} orders, through scripts of faults`, () => {
  // In a process of their own, as one file: there they take half of what they take here.
  const { stdout } = spawnSync(process.execPath, ['scripts/orders-seeds.mjs', String(orders)], {
    cwd: root,
    encoding: 'utf8',
    timeout: 240_000,
  });
  const { seeds, wrong, tags, ...counts } = JSON.parse(stdout) as Told;

  it('are never doubled, never said to be what they are not, and the account is true again', () => {
    expect(wrong).toEqual([]);
  });

  it('meet with what there is to meet with', () => {
    for (const tag of ['Filled', 'Canceled', 'NotSent', 'NotFound', 'Working'])
      expect(tags[tag]).toBeGreaterThan(0);
    expect(counts.restorations).toBeGreaterThan(seeds);
    expect(counts.fills).toBeGreaterThan(seeds * 10);
    expect(counts.quiet).toBeGreaterThan(seeds * 5);
  });
});

describe('orders through scripts of faults', () => {
  it('are noticed where one is left open that can be found out', () => {
    const resolve = createResolve({ giveUp: 1_000 });
    const { wrong } = runSeeds({ from: 1, seeds: 6, orders: 10 }, { resolve });
    expect(wrong).toContainEqual(
      expect.objectContaining({ one: expect.objectContaining({ problem: 'left open' }) as unknown }),
    );
  });
});
