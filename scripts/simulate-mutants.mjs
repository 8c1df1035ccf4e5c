// Breaks a copy of the sources on purpose, one meant defect at a time, and says how many seeds the simulation takes to
// find each: npm run simulate:mutants [-- sample] [-- --only "part of a title"]; with check, whether each can be put in;
// with --kinds, what the scripts of the first three seeds that find it are made of when they are shrunk
import { spawnSync } from 'node:child_process';
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
    kinds: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const isSample = positionals.includes('sample');
const isCheck = positionals.includes('check');

const folder = mkdtempSync(join(tmpdir(), 'notbank-rx-mutant-'));
for (const name of ['src', 'spec/simulation', 'package.json', 'tsconfig.json'])
  cpSync(join(root, name), join(folder, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

/** How many seeds that find a defect are shrunk: which kind is in the first has chance in it. */
const shrunk = values.kinds ? 3 : 0;

/** After how long a run is given up, in milliseconds: with some defects there are seeds that never end. */
const patience = shrunk > 0 ? 600_000 : undefined;

/** What a run up to the first failure has found, or up to the last that is shrunk. */
const run = () => {
  const failures = Math.max(1, shrunk);
  const options = { root: folder, failures, from: values.from, seeds: values.most * failures };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  if (shrunk > 0) args.push('--findings');
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['scripts/simulate.mjs', ...args, '--json'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], timeout: patience },
  );
  if (status !== 0 && status !== 1 && signal !== 'SIGTERM')
    throw new Error(`the simulation ended with ${status}`);
  const lines = stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const findings = lines.filter(({ left }) => left !== undefined);
  const tally = lines.find(({ left }) => left === undefined);
  return { failed: findings.map(({ seed }) => seed), rules: [], ...tally, findings };
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

const named = (kinds) => (kinds.length === 0 ? ['nothing'] : kinds);

/** Things alike, with how many there are: `2 × drop, 1 × nothing`. */
const grouped = (things) =>
  [...new Set(things)]
    .map((thing) => `${things.filter((other) => other === thing).length} × ${thing}`)
    .join(', ');

/** Of each kind: how many scripts had it, how many have it when they are shrunk, and how many defects have one of these. */
const byKind = (found) => {
  const all = found.flat();
  const having = (kind, name, findings) =>
    findings.filter((finding) => named(finding[name]).includes(kind)).length;
  return [...new Set(all.flatMap(({ drawn, left }) => [...named(drawn), ...named(left)]))]
    .map((kind) => ({
      ...{ kind, drawn: having(kind, 'drawn', all), left: having(kind, 'left', all) },
      defects: found.filter((findings) => having(kind, 'left', findings) > 0).length,
    }))
    .sort((one, other) => other.left - one.left || other.drawn - one.drawn);
};

const found = [];
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
    const { failed, rules, findings } = run();
    mend();
    const [first] = failed;
    const isFound = first < Number(values.from) + Number(values.most);
    if (!isFound) survivors += 1;
    const count = isFound ? String(first - values.from + 1).padStart(3) : `not in ${values.most}`;
    const made = grouped(findings.map(({ left }) => named(left).join(' + ')));
    const told = shrunk > 0 ? made : rules.join(', ');
    console.log(`${count}  ${mutant.title}${isFound ? `: ${told}` : ''}`);
    found.push(findings);
  }
  for (const { kind, drawn, left, defects } of byKind(found))
    console.log(`${kind}: in ${drawn} scripts, in ${left} when shrunk, of ${defects} defects`);
  console.log(`${meant.length} mutants, ${survivors} not found`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = survivors === 0 ? 0 : 1;
