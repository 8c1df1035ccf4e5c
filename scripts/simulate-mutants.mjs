// Breaks a copy of the sources on purpose, one meant defect at a time, and says how many seeds the simulation takes to
// find each: npm run simulate:mutants [-- sample] [-- --only "part of a title"]; with check, whether each can be put in
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutants } from './simulation-mutants.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    most: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const isSample = positionals.includes('sample');
const isCheck = positionals.includes('check');

const folder = mkdtempSync(join(tmpdir(), 'notbank-rx-mutant-'));
for (const name of ['src', 'spec/simulation', 'package.json', 'tsconfig.json'])
  cpSync(join(root, name), join(folder, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

/** The tally of the run up to the first failure. */
const run = () => {
  const options = { root: folder, until: 'failure', from: values.from, seeds: values.most };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  try {
    return JSON.parse(
      execFileSync(process.execPath, ['scripts/simulate.mjs', ...args, '--json'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
  } catch (error) {
    if (error.status !== 1) throw error;
    return JSON.parse(error.stdout);
  }
};

/** Puts a defect in; what it returns takes it out again. */
const spoil = ({ title, also = [], ...first }) => {
  const whole = new Map();
  for (const { file, from, to } of [first, ...also]) {
    const path = join(folder, 'src', file);
    const source = readFileSync(path, 'utf8');
    if (!whole.has(path)) whole.set(path, source);
    if (source.split(from).length !== 2)
      throw new Error(`${file} does not hold once what is to be changed for: ${title}`);
    writeFileSync(
      path,
      source.replace(from, () => to),
    );
  }
  return () => whole.forEach((source, path) => writeFileSync(path, source));
};

let survivors = 0;
try {
  const meant = mutants.filter(({ title, isSample: isIn = false }) =>
    isSample ? isIn : title.includes(values.only),
  );
  for (const mutant of meant) {
    const mend = spoil(mutant);
    if (isCheck) {
      mend();
      continue;
    }
    const { seeds, failed, rules } = run();
    mend();
    const isFound = failed.length > 0;
    if (!isFound) survivors += 1;
    const count = isFound ? String(seeds).padStart(3) : `not in ${values.most}`;
    console.log(`${count}  ${mutant.title}${isFound ? `: ${rules.join(', ')}` : ''}`);
  }
  console.log(`${meant.length} mutants, ${survivors} not found`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = survivors === 0 ? 0 : 1;
