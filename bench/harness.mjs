import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

const require = createRequire(import.meta.url);
const { toCjs } = require('../scripts/to-cjs.cjs');

const root = join(import.meta.dirname, '..');
const apart = join(root, `.dist-bench-${process.pid}`);
let isMade = false;

/** The package is bundled, an entry a file: what it does not export is made of the sources, file by file. */
const makeApart = () => {
  const toBuilt = (code) =>
    code
      .replace(/(require\(["'])(\.{1,2}\/[^"']*)\.ts(?=["']\))/g, (_, start, path) => `${start}${path}.cjs`)
      .replaceAll('"#transport"', JSON.stringify(join(apart, 'transport/ws.cjs')));
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const out = join(apart, name.replace(/\.ts$/, '.cjs'));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, toBuilt(toCjs(readFileSync(join(root, 'src', name), 'utf8'), name, false).code));
  }
  process.on('exit', () => rmSync(apart, { recursive: true, force: true }));
  isMade = true;
};

/** A file of the sources that the package does not export, by its path in src without the extension. */
export const internal = (path) => {
  if (!isMade) makeApart();
  return require(join(apart, `${path}.cjs`));
};

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The same numbers from 0 to 1 in every run (mulberry32). */
export const seeded = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

// What the operations return is kept where the compiler cannot prove it unused.
globalThis.benchSink = undefined;

const batch = (operation, count) => {
  const start = performance.now();
  for (let i = 0; i < count; i++) globalThis.benchSink = operation(i);
  return performance.now() - start;
};

const calibrated = (operation, milliseconds) => {
  let count = 1;
  while (batch(operation, count) < milliseconds && count < 1e8) count *= 2;
  return count;
};

/**
 * Runs competitors against each other in one process and gives each one's cost as a ratio to the first one's.
 * A round runs the baseline, the others in shifting order, and the baseline again; a round whose two baselines
 * differ by more than 15% was disturbed and does not count, unless most were. The median of the rounds is given.
 *
 * @param competitors `{ name: operation }`, the baseline first; an operation is called with 0, 1, 2…
 * @returns `{ name: { ratio, microseconds } }`; only the ratio is a result, the time is for scale.
 */
export const compare = (competitors, { rounds = 21, milliseconds = 6 } = {}) => {
  const names = Object.keys(competitors);
  const [baseline, ...others] = names;
  const count = calibrated(competitors[baseline], milliseconds);
  for (const name of names) batch(competitors[name], count);
  globalThis.gc?.();
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const before = batch(competitors[baseline], count);
    const times = {};
    for (let i = 0; i < others.length; i++) {
      const name = others[(i + round) % others.length];
      times[name] = batch(competitors[name], count);
    }
    const after = batch(competitors[baseline], count);
    const mean = (before + after) / 2;
    measured.push({ mean, times, isCalm: Math.abs(after - before) < 0.15 * mean });
  }
  const calm = measured.filter(({ isCalm }) => isCalm);
  const counted = calm.length * 2 >= rounds ? calm : measured;
  const microseconds = (1000 * median(counted.map(({ mean }) => mean))) / count;
  const result = { [baseline]: { ratio: 1, microseconds } };
  for (const name of others) {
    const ratio = median(counted.map(({ mean, times }) => times[name] / mean));
    result[name] = { ratio, microseconds: ratio * microseconds };
  }
  return result;
};

/** Prints rows of cells with their columns aligned: the first to the left, the others to the right. */
export const printTable = (title, head, rows) => {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  console.log(`\n${title}\n`);
  for (const line of lines) {
    const cells = line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])));
    console.log(cells.join('  ').trimEnd());
  }
};
