// Sends many more orders through the fault seeds than `npm test` does: node scripts/orders-seeds.mjs [orders = 20000]
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const orders = Number(process.argv[2] ?? 20_000);
const jest = createRequire(import.meta.url).resolve('jest/bin/jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, 'spec/orders/seeds', '--selectProjects', 'unit', '-w', '1'],
  {
    stdio: 'inherit',
    env: { ...process.env, ORDERS: String(orders) },
  },
);
process.exitCode = status ?? 1;
