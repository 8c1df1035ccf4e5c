import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const here = import.meta.dirname;
const root = join(here, '../..');
const cannotBeHad = 77;

const run = (command, args, options = {}) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...{ cwd: here, encoding: 'utf8', timeout: 120_000, maxBuffer: 1e8 },
    ...options,
  });
  return {
    status: error === undefined ? status : 1,
    text: `${stdout}${stderr}${error?.message ?? ''}`.trim(),
  };
};

/** Puts the package, as it would be published, where everything in this folder finds it. */
const install = () => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  try {
    const packed = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
      cwd: root,
    });
    const [tarball] = readdirSync(folder);
    if (packed.status !== 0 || tarball === undefined) throw new Error(`npm pack failed: ${packed.text}`);
    const target = join(here, 'node_modules/notbank-rx');
    rmSync(target, { recursive: true, force: true });
    mkdirSync(join(here, 'node_modules/.packed'), { recursive: true });
    const unpacked = run('tar', ['-xzf', join(folder, tarball), '-C', join(here, 'node_modules/.packed')]);
    if (unpacked.status !== 0) throw new Error(`tar failed: ${unpacked.text}`);
    renameSync(join(here, 'node_modules/.packed/package'), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Runs one script, says how that went, and whether it is well. */
const attempt = (script) => {
  const name = script.replace(/\.mjs$/, '');
  const startedAt = performance.now();
  const { status, text } = run(process.execPath, [join(here, 'each', script)]);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  if (status === 0) console.log(`works    ${name} (${seconds} s)`);
  else if (status === cannotBeHad) console.log(`SKIPPED  ${name}: ${text.split('\n').at(-1)}`);
  else console.log(`FAILS    ${name}\n${text}\n`);
  return status === 0 || status === cannotBeHad;
};

const wanted = process.argv.slice(2);
const scripts = readdirSync(join(here, 'each')).filter((script) => script.endsWith('.mjs'));
const chosen = scripts.filter(
  (script) => wanted.length === 0 || wanted.includes(script.replace(/\.mjs$/, '')),
);
if (chosen.length === 0) throw new Error(`There is none of that name; there are ${scripts.join(', ')}`);
install();
if (!chosen.map(attempt).every(Boolean)) process.exitCode = 1;
