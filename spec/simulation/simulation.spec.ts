import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const seeds = 200;

describe(`${seeds} seeds of the simulation`, () => {
  // In a process of their own, as one file: there they take a third of what they take here.
  const { stdout } = spawnSync(process.execPath, ['scripts/simulate.mjs', '--seeds', String(seeds)], {
    cwd: root,
    encoding: 'utf8',
    timeout: 240_000,
  });

  it('leave no object behind', () => {
    expect(stdout).toMatch(/^0 objects are left by seeds that are run once more$/m);
  });

  it('hold every rule at every emission, and come to rest', () => {
    const failed = stdout.split('\n').filter((line) => line.startsWith('seed '));

    expect(failed).toEqual([]);
    expect(stdout).toMatch(new RegExp(`\\b${seeds} seeds, 0 failed\\n$`));
  }, 250_000);
});
