import { spawnSync } from 'node:child_process';
import process from 'node:process';

const args = ['node_modules/vitest/vitest.mjs', 'run', '--root', 'smokes/vitest'];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exitCode = status ?? 1;
