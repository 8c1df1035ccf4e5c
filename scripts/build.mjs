import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import process from 'node:process';

const { toCjs } = createRequire(import.meta.url)('./to-cjs.cjs');

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');
const dist = join(root, 'dist');
// Beside dist and as deep, so that the source maps stay right when it is renamed.
const fresh = join(root, `.dist-${process.pid}`);
const stale = `${fresh}-old`;

const files = (folder, extension) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name));

const edit = (from, to, change) => writeFileSync(to, change(readFileSync(from, 'utf8')));

// Replacements are functions: in a replacement string the `$` of `request$.ts` would be read as a pattern.
const relativeImport = /((?:\bfrom |\bimport |\bimport\(|\brequire\()(['"])\.{1,2}\/[^'"\n]*)\.[tj]s(?=\2)/g;
const importsTo = (extension) => (code) =>
  code.replace(relativeImport, (_, start) => `${start}.${extension}`);
const withoutMap = (code) => code.replace(/^\/\/# sourceMappingURL.*$/m, () => '');
// Bundlers shake the es6 half; Node can load only the lib half.
const toEs6 = (code) => code.replace(/(['"](?:fp|io)-ts)\/lib\//g, (_, name) => `${name}/es6/`);

/** ES modules and declarations. */
const compile = () => {
  const tsc = join(root, 'node_modules/typescript7/bin/tsc');
  const args = [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', fresh];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('tsc failed');
};

/** `x.ts` also becomes `x.cjs` and its map. */
const addCommonJs = () => {
  for (const file of files(src, '.ts')) {
    const out = join(fresh, relative(src, file)).replace(/\.ts$/, '.cjs');
    const { code, map } = toCjs(readFileSync(file, 'utf8'), relative(dirname(out), file), 'external');
    writeFileSync(out, `${importsTo('cjs')(code)}//# sourceMappingURL=${basename(out)}.map\n`);
    writeFileSync(`${out}.map`, map);
  }
};

/** tsc leaves `.ts` in the imports of declarations. */
const finishDeclarations = () => {
  for (const file of files(fresh, '.d.ts')) {
    edit(file, file.replace(/\.ts$/, '.cts'), (code) => withoutMap(importsTo('cjs')(code)));
    edit(file, file, importsTo('js'));
  }
};

/** What the shell starts. */
const makeExecutable = () => chmodSync(join(fresh, 'cli/main.cjs'), 0o755);

const finishEsModules = () => {
  for (const file of files(fresh, '.js')) edit(file, file, toEs6);
};

/** A reader sees the old dist or the new one, never half of one; of two builds at once the last to end stays. */
const swap = () => {
  for (let attempt = 0; ; attempt++) {
    try {
      if (existsSync(dist)) renameSync(dist, stale);
      renameSync(fresh, dist);
      return;
    } catch (error) {
      // Another build came between the two renames.
      if (attempt === 20 || !['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
      rmSync(stale, { recursive: true, force: true });
    }
  }
};

try {
  compile();
  addCommonJs();
  finishDeclarations();
  finishEsModules();
  makeExecutable();
  swap();
} catch (error) {
  console.error(`build: ${error.message}`);
  process.exitCode = 1;
} finally {
  for (const folder of [fresh, stale]) rmSync(folder, { recursive: true, force: true });
}
