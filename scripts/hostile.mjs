// Sends a client damaged frames: npm run hostile -- --frames 1000000 [--seed 1] [--minutes 60]
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';
import { heapNow } from './heap.mjs';

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1440' },
  },
});
const [frames, from, minutes] = ['frames', 'seed', 'minutes'].map((name) => {
  const number = Number(values[name]);
  if (Number.isFinite(number) && number >= 0) return number;
  console.error(`--${name} takes a number, not ${values[name]}`);
  process.exit(2);
});

const { heapsOfOneLife, tryOut } = bundled('spec/hostile/campaign.ts');
const began = performance.now();
const kinds = {};
const heaps = [];
let [seed, done, aimless, lines, failed, shownAt] = [from, 0, 0, 0, 0, 0];
while (done < frames && performance.now() - began < minutes * 60_000) {
  const { toll, wrong, lines: compared } = tryOut(seed);
  done += toll.frames;
  aimless += toll.aimless;
  lines += compared;
  for (const [kind, count] of Object.entries(toll.kinds)) kinds[kind] = (kinds[kind] ?? 0) + count;
  failed += wrong.length;
  for (const what of wrong.slice(0, 3)) console.log(`seed ${seed}: ${what}`);
  heaps.push(heapNow());
  if (performance.now() - shownAt > 2_000) {
    shownAt = performance.now();
    const rate = (done / (shownAt - began)) * 1_000;
    console.error(`${done}/${frames} frames, ${rate.toFixed(0)} a second, ${failed} failed`);
  }
  seed += 1;
}

const check = (what, before, after) => {
  const growth = after / before;
  console.log(
    `heap ${what}: ${(after / 1e6).toFixed(1)} MB, ${growth.toFixed(3)} times what it was at half time`,
  );
  if (growth > 1.2) failed += 1;
};
console.log(`damage: ${JSON.stringify(kinds)}`);
console.log(`${seed - from} seeds, ${done - aimless} frames that may hit somebody, ${lines} lines compared`);
// The lowest of a quarter: what the last frames of a seed were may stay in memory until the next.
const quarter = Math.ceil(heaps.length / 4);
const lowest = (from) => Math.min(...heaps.slice(from, from + quarter));
check('after all seeds', lowest(heaps.length >> 2), lowest(heaps.length - quarter));
check('of one client', ...heapsOfOneLife(Math.min(50_000, frames), heapNow));
console.log(`${done} frames, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
