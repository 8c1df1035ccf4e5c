// Runs seeds of the simulation: npm run simulate -- --seeds 10000 [--from 1] [--minutes 10] [--seed 7]
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { objectsNow } from './heap.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1440' },
    seed: { type: 'string' },
    rule: { type: 'string' },
    failures: { type: 'string' },
    findings: { type: 'boolean', default: false },
    root: { type: 'string', default: root },
    json: { type: 'boolean', default: false },
  },
});
const wholeNumber = (name) => {
  const number = Number(values[name]);
  if (Number.isFinite(number) && number >= 0) return number;
  console.error(`--${name} takes a number, not ${values[name]}`);
  process.exit(2);
};

/** The harness as one file of CommonJS, so that rxjs is there once. */
const load = () => {
  const folder = mkdtempSync(join(tmpdir(), 'notbank-rx-simulation-'));
  const outfile = join(folder, 'simulation.cjs');
  try {
    buildSync({
      absWorkingDir: values.root,
      entryPoints: ['spec/simulation/main.ts'],
      ...{ bundle: true, format: 'cjs', platform: 'node', target: 'node20', outfile, logLevel: 'error' },
      alias: { '#transport': './src/transport/ws.ts' },
      nodePaths: [join(root, 'node_modules')],
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const { explain, findingOf, runCampaign } = load();
if (values.seed !== undefined) {
  const told = explain(wholeNumber('seed'), values.rule);
  console.log(told);
  process.exit(told.endsWith('nothing is wrong') ? 0 : 1);
}

const began = performance.now();
const seeds = wholeNumber('seeds');
let shownAt = 0;
const progress = (done, failed) => {
  if (values.json || performance.now() - shownAt < 2_000) return;
  shownAt = performance.now();
  const rate = (done / (shownAt - began)) * 1_000;
  const filled = Math.round((done / seeds) * 30);
  const bar = `[${'='.repeat(filled)}${' '.repeat(30 - filled)}]`;
  console.error(`${bar} ${done}/${seeds}, ${rate.toFixed(1)} seeds a second, ${failed} failed`);
};
const tally = runCampaign(
  {
    ...{ from: wholeNumber('from'), seeds, minutes: wholeNumber('minutes') },
    mostFailed: values.failures === undefined ? Infinity : wholeNumber('failures'),
  },
  {
    progress,
    now: () => performance.now(),
    failed: (seed, outcome) => {
      // As it comes, so that it is there where a later seed does not end.
      if (values.findings) console.log(JSON.stringify(findingOf(seed, outcome)));
      if (!values.json)
        for (const { rule, at, what } of outcome.breaches.slice(0, 3))
          console.log(`seed ${seed}: ${rule} at ${at} ms: ${what}`);
    },
  },
);
const seconds = (performance.now() - began) / 1_000;

/** How many seeds are run again and again, to see what they leave. */
const mostAgain = 4;
/** How many objects there are more when the first seeds have been run once more, when they had been run before. */
const leftBehind = () => {
  const again = () => {
    const options = {
      from: wholeNumber('from'),
      seeds: Math.min(mostAgain, seeds),
      minutes: 10,
      mostFailed: Infinity,
    };
    runCampaign(options, { progress: () => {}, now: () => performance.now(), failed: () => {} });
    return objectsNow();
  };
  // What the last seeds were stays until others have been run.
  const [, before, after] = [again(), again(), again()];
  return after - before;
};
const left = values.json ? 0 : leftBehind();
if (values.json) console.log(JSON.stringify({ ...tally, seconds }));
else {
  console.log(`faults: ${JSON.stringify(tally.faults)}`);
  console.log(`${tally.lines} lines of log, ${((seconds / tally.seeds) * 1_000).toFixed(0)} ms a seed`);
  console.log(`${left} objects are left by seeds that are run once more`);
  console.log(`${tally.seeds} seeds, ${tally.failed.length} failed`);
}
process.exit(tally.failed.length === 0 && left <= 0 ? 0 : 1);
