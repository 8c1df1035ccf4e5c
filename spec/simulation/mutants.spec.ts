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

describe('with --kinds', () => {
  it('says what is left of the first three scripts that find a defect', () => {
    const { stdout } = spawnSync(
      process.execPath,
      ['scripts/simulate-mutants.mjs', '--kinds', '--only', 'the login is not waited for'],
      { cwd: root, encoding: 'utf8', timeout: 60_000 },
    );

    expect(stdout).toMatch(/^ {2}1 {2}the login is not waited for: 3 × nothing$/m);
    expect(stdout).toMatch(/^nothing: in \d scripts, in 3 when shrunk, of 1 defects$/m);
  }, 70_000);
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
