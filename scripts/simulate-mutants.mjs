// Breaks a copy of the sources on purpose, one meant defect at a time, and says how many seeds the simulation takes to
// find each: npm run simulate:mutants
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const most = 200;
const root = fileURLToPath(new URL('..', import.meta.url));

const mutants = [
  [
    'a loss while joining goes unnoticed',
    'streams/notices.ts',
    'if (registry.shared.inner.currentSocket() !== undefined) registry.attend();',
    '',
  ],
  [
    'events before the snapshot are not held back',
    'streams/gate.ts',
    'if (held === undefined) next(item);\n      else held.push(item);',
    'next(item);',
  ],
  ['the epoch does not rise', 'streams/folding.ts', 'epoch: kept.epoch + 1', 'epoch: kept.epoch'],
  ['followers are not told of a loss', 'streams/groups.ts', 'for (const one of tell) one();', ''],
  ['streams are not begun on a new socket', 'streams/registry.ts', 'groups.open(socket);', ''],
  [
    'the last to leave ends nothing',
    'streams/members.ts',
    'if (socket !== undefined) leave(',
    'if (socket === null) leave(',
  ],
  [
    'a time limit is twice as long',
    'connection/deadlines.ts',
    'from + (limit || 0)',
    'from + 2 * (limit || 0)',
  ],
  [
    'an unreadable event is passed over',
    'streams/attach.ts',
    "subscriber.next({ _tag: 'Unreadable', error });",
    '',
  ],
  [
    'a book does not delete levels',
    'topics/keptBook.ts',
    '  source.apply(rows);\n',
    '  source.apply(rows.filter((row) => row[3] !== 2));\n',
  ],
];

const copy = () => {
  const folder = mkdtempSync(join(tmpdir(), 'notbank-rx-mutant-'));
  for (const name of ['src', 'spec/simulation', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
};

/** The tally of the run up to the first failure. */
const run = (folder) => {
  const args = [
    'scripts/simulate.mjs',
    '--root',
    folder,
    '--until',
    'failure',
    '--seeds',
    String(most),
    '--json',
  ];
  try {
    return JSON.parse(
      execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }),
    );
  } catch (error) {
    if (error.status !== 1) throw error;
    return JSON.parse(error.stdout);
  }
};

let survivors = 0;
for (const [title, file, from, to] of mutants) {
  const folder = copy();
  try {
    const path = join(folder, 'src', file);
    const source = readFileSync(path, 'utf8');
    if (!source.includes(from)) throw new Error(`${file} does not hold what is to be changed for: ${title}`);
    writeFileSync(
      path,
      source.replace(from, () => to),
    );
    const { seeds, failed } = run(folder);
    if (failed.length === 0) survivors += 1;
    console.log(`${failed.length === 0 ? `not in ${most}` : String(seeds).padStart(3)}  ${title}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`${mutants.length} mutants, ${survivors} not found`);
process.exit(survivors === 0 ? 0 : 1);
