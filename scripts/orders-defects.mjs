// Puts one mistake at a time into src/orders and says how many fault seeds it takes to notice, as a line of JSON each:
//   npm run orders:defects            from the first seed on
//   npm run orders:defects -- near    from a seed on that is known to be near one that notices
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * What is done wrong: in a file of src/orders one piece of text stands in the place of another, which is there once.
 * `near` is where to begin for the sample.
 */
const defects = {
  'no restoring after a loss': {
    near: 10,
    file: 'restore.ts',
    from: '  const number = account.rounds + 1;\n',
    to:
      "  if (account.epoch > 0) return [{ ...account, status: 'live', cause: undefined }, []];\n" +
      '  const number = account.rounds + 1;\n',
  },
  'absent orders not asked for': {
    near: 10,
    file: 'restore.ts',
    from: '[withRound(known, { isListRead: true, absent }), []]',
    to: '[withRound(known, { isListRead: true, absent: absent.slice(0, 0) }), []]',
  },
  'absent orders taken for canceled': {
    near: 10,
    file: 'restore.ts',
    from: 'return [withRound(known, { isListRead: true, absent }), []];',
    to:
      'const gone = absent.flatMap((id) => standingOf(known, id)?.order ?? []);\n' +
      "const canceled = gone.map((order) => ({ ...order, OrderState: 'Canceled' }));\n" +
      "return andThen(takeVersions(known, canceled as readonly Order[], 'status', at), (after) => [\n" +
      '  withRound(after, { isListRead: true, absent: [] }), []]);',
  },
  'versions by ticks alone': {
    near: 16,
    file: 'version.ts',
    from: 'const isNewer = compareVersions(told, known) > 0;',
    to: 'const isNewer = compare(ticksOf(told), ticksOf(known)) >= 0;',
  },
  'versions not ordered': {
    near: 51,
    file: 'version.ts',
    from: 'const isNewer = compareVersions(told, known) > 0;',
    to: 'const isNewer = true;',
  },
  'fills by events alone': {
    near: 34,
    file: 'takeOrder.ts',
    from: 'forEach(account, [...rows].reverse(),',
    to: 'forEach(account, rows.slice(0, 0),',
  },
  'fills without a key': {
    near: 1,
    file: 'standing.ts',
    from: "return known.isTold ? 'known' : 'untold';",
    to: "return 'new';",
  },
  'looking once': {
    near: 8,
    file: 'resolve.ts',
    from: 'return ({ age, looks, isOn, hasEchoed }) => {\n',
    to:
      'return ({ age, looks, isOn, hasEchoed }) => {\n' +
      "if (looks.some(({ isClean }) => isClean)) return { verdict: 'NotFound', reason: 'not there' };\n",
  },
};

/** Runs the seeds one after another until something is wrong, and prints which it was and what. */
const runner = `
import { runSeeds } from './spec/orders/support/seeds.ts';
const [from, most, orders] = process.argv.slice(2).map(Number);
let seeds = 0;
let wrong = [];
while (wrong.length === 0 && seeds < most) ({ wrong } = runSeeds({ from: from + seeds++, seeds: 1, orders }));
const isCaught = wrong.length > 0;
console.log(JSON.stringify({ isCaught, seeds, ...(isCaught && { wrong: JSON.stringify(wrong[0]).slice(0, 300) }) }));
`;

/** Puts the mistake in while the file is read. */
const mistaken = ({ file, from, to } = {}) => ({
  name: 'mistaken',
  setup: ({ onLoad }) => {
    if (file === undefined) return;
    onLoad({ filter: new RegExp(`src/orders/${file.replace('.', '\\.')}$`) }, ({ path }) => {
      const parts = readFileSync(path, 'utf8').split(from);
      if (parts.length !== 2) throw new Error(`${file} has not once: ${from}`);
      return { contents: parts.join(to), loader: 'ts' };
    });
  },
});

const bundle = async (defect) => {
  const { outputFiles } = await build({
    stdin: { contents: runner, resolveDir: root, loader: 'ts' },
    alias: { '#transport': join(root, 'src/transport/ws.ts') },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['ws'],
    logLevel: 'silent',
    plugins: [mistaken(defect)],
  });
  return outputFiles[0].text;
};

const ordersPerSeed = 20;

/** How many seeds it takes to notice; what goes on for longer than two minutes is ended, and was not noticed. */
const run = async (defect, from, most) => {
  const code = await bundle(defect);
  const args = ['-', ...[from, most, ordersPerSeed].map(String)];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    input: code,
    encoding: 'utf8',
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });
  return stdout === ''
    ? { isCaught: false, seeds: 0, problem: stderr || 'it did not end' }
    : JSON.parse(stdout);
};

const isNear = process.argv[2] === 'near';
const print = (name, result) => console.log(JSON.stringify({ name, ...result }));
for (const [name, defect] of Object.entries(defects)) {
  const result = await (isNear ? run(defect, defect.near, 9) : run(defect, 1, 60));
  print(name, result);
  if (!result.isCaught) process.exitCode = 1;
}
if (!isNear) print('no mistake', await run(undefined, 1, 60));
