// Sends many more orders through the fault seeds than `npm test` does: npm run orders:seeds [orders = 20000]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const orders = Number(process.argv[2] ?? 20_000);
const jest = join(root, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, 'spec/orders/seeds', '--selectProjects', 'unit', '-w', '1'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ORDERS: String(orders) } },
);
process.exitCode = status ?? 1;
