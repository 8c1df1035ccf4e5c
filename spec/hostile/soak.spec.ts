import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

interface Told {
  readonly what: string;
  readonly growth: number;
}

const script = join(__dirname, '../../scripts/soak.mjs');

/** In a process of its own, so that the heap is that of the client and the exchange alone. */
const soak = (...options: readonly string[]): readonly Told[] =>
  JSON.parse(
    spawnSync(process.execPath, [script, '--json', ...options], { encoding: 'utf8' }).stdout,
  ) as readonly Told[];

/** A loss that kept the one before it would make it nearly half as much again. */
const flat = 1.2;

describe('the heap of a client and of a simulated exchange', () => {
  it('is after 600 lost connections what it was after 300', () => {
    const [told] = soak('--reconnects', '600', '--looks', '2', '--minutes', '0');
    expect(told?.what).toBe('reconnects');
    expect(told?.growth).toBeLessThan(flat);
  }, 60_000);
});
