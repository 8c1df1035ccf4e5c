import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

describe('a sample of the meant defects', () => {
  const { stdout } = spawnSync(process.execPath, ['scripts/simulate-mutants.mjs', 'sample', '--most', '20'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  });

  it('is found within twenty seeds each', () => {
    expect(stdout).toMatch(/\b3 mutants, 0 not found\n$/);
  }, 130_000);
});

describe('the meant defects', () => {
  it('are all of what there is in the sources', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['scripts/simulate-mutants.mjs', 'check'], {
      cwd: root,
      encoding: 'utf8',
    });

    expect(stderr).toBe('');
    expect(stdout).toMatch(/\b30 mutants, 0 not found\n$/);
  }, 30_000);
});
