import { spawnSync } from 'node:child_process';
import process from 'node:process';

const { status } = spawnSync(process.execPath, ['--test', 'smokes/node-test/marbles.test.mjs'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
