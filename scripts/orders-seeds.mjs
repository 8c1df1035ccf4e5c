// Sends orders through scripts of faults, more of them than `npm test` does: npm run orders:seeds [-- orders = 20000]
// What it has come to is a line of JSON. The exit code is 1 where anything was wrong.
import { bundled } from './bundled.mjs';

const ordersPerSeed = 40;
const seeds = Math.ceil(Number(process.argv[2] ?? 20_000) / ordersPerSeed);
const { median, runSeeds } = bundled('spec/orders/support/seeds.ts');

const { doubts, ...outcome } = runSeeds({ from: 1, seeds, orders: ordersPerSeed });
console.log(
  JSON.stringify({
    seeds,
    orders: seeds * ordersPerSeed,
    ...outcome,
    doubts: doubts.length,
    ...median(doubts),
  }),
);
process.exitCode = outcome.wrong.length === 0 ? 0 : 1;
