// Audits many more books than `npm test` does, at every kind of exchange: npm run book:audits [audits = 10000]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const audits = Number(process.argv[2] ?? 10_000);
const jest = join(root, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, 'spec/market/book/audits', '--selectProjects', 'unit', '-w', '1'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, AUDITS: String(audits) } },
);
process.exitCode = status ?? 1;
