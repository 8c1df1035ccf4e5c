// Runs the client and the exchange for long, and looks at the heap: npm run soak [-- --reconnects 10000 --minutes 60]
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';
import { heapNow } from './heap.mjs';

const { values } = parseArgs({
  options: {
    reconnects: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '60' },
    looks: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
});
const { reconnects, minutes, looks } = Object.fromEntries(
  ['reconnects', 'minutes', 'looks'].map((name) => [name, Number(values[name])]),
);
if (![reconnects, minutes, looks].every((number) => Number.isInteger(number) && number >= 0)) {
  console.error('--reconnects, --minutes and --looks take whole numbers');
  process.exit(2);
}

const { soakReconnects, soakTrading } = bundled('spec/hostile/soak.ts');
/** The lowest heap of the second half, as a multiple of the lowest of the first: lists are cut now and then. */
const growthOf = (samples) => {
  const half = Math.floor(samples.length / 2);
  const lowest = (some) => Math.min(...some.map(({ heap }) => heap));
  return lowest(samples.slice(half)) / lowest(samples.slice(0, half));
};
/** The histories are cut when they are twice as long as they may be. */
const most = 1.1;

const told = [
  ['reconnects', reconnects, soakReconnects],
  ['minutes of trading', minutes, soakTrading],
].flatMap(([what, count, soak]) => {
  if (count === 0) return [];
  const samples = soak(count, looks, heapNow);
  return [{ what, count, growth: growthOf(samples), samples }];
});

if (values.json) console.log(JSON.stringify(told));
else
  for (const { what, growth, samples } of told) {
    for (const { at, heap } of samples) console.log(`${at} ${what}: ${(heap / 1e6).toFixed(2)} MB`);
    console.log(`after all ${what}: ${growth.toFixed(3)} times what it was in the first half`);
  }
const failed = told.filter(({ growth }) => growth > most).length;
if (!values.json) console.log(`${told.length} soaks, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
