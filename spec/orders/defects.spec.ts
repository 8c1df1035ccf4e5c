import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

interface Caught {
  readonly name: string;
  readonly isCaught: boolean;
  readonly seeds: number;
  readonly problem?: string;
}

const root = join(__dirname, '../..');

describe('the seeds notice within nine of them', () => {
  const { stdout } = spawnSync(process.execPath, ['scripts/orders-defects.mjs', 'near'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 300_000,
  });
  const caught = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Caught);

  it.each([
    'no restoring after a loss',
    'absent orders not asked for',
    'absent orders taken for canceled',
    'versions by ticks alone',
    'versions not ordered',
    'fills by events alone',
    'fills without a key',
    'looking once',
  ])('%s', (name) => {
    expect(caught).toContainEqual(expect.objectContaining({ name, isCaught: true }));
  });
});
