import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// Each in a process of its own: what one has made the engine learn does not reach the next.
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.mjs'));
for (const file of files.sort()) {
  const args = ['--expose-gc', join(import.meta.dirname, file), ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
