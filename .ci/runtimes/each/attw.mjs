import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

// Are the types wrong? Of each entry, for each way to resolve it, `node10` among them.
const folder = mkdtempSync(join(tmpdir(), 'packed-'));
const run = (command, args) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status;
const packed = run('npm', [
  ...['pack', './node_modules/notbank-rx', '--ignore-scripts', '--silent', '--pack-destination', folder],
]);
const [tarball = ''] = readdirSync(folder);
const attw = join(import.meta.dirname, '../node_modules/@arethetypeswrong/cli/dist/index.js');
const checked = spawnSync(
  process.execPath,
  [attw, join(folder, tarball), '--format', 'ascii', '--no-emoji'],
  {
    encoding: 'utf8',
  },
);
rmSync(folder, { recursive: true });
console.log(checked.stdout);
if (packed !== 0 || checked.status !== 0) process.exit(1);
