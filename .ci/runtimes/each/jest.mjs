import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
const config = JSON.stringify({
  rootDir: join(process.cwd(), 'smokes/jest'),
  testMatch: ['**/*.test.cjs'],
  transform: {},
});
const { status } = spawnSync(process.execPath, [jest, '--config', config], { stdio: 'inherit' });
process.exitCode = status ?? 1;
