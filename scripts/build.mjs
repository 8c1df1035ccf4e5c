import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { namedImports } from './named-imports.mjs';
import { pure } from './pure.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
// Beside dist, so that it can be renamed.
const fresh = join(root, `.dist-${process.pid}`);
const stale = `${fresh}-old`;
// As deep below the root as the sources, so that their maps say where those are.
const compiled = `${fresh}-tsc`;

const entries = [
  'index',
  'alphapoint/index',
  'recording/index',
  'recording/node',
  'simulator/index',
  'simulator/node',
  'testing/index',
  'transport/browser',
  'transport/ws',
];
const program = 'cli/main';
/** What the program draws with; these come as ES modules alone, and nobody else is to install them. */
const within = /^(?:ansi-escapes|environment|string-width|strip-ansi|ansi-regex|get-east-asian-width)$/;

const compile = () => {
  const tsc = join(root, 'node_modules/typescript7/bin/tsc');
  const args = [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', compiled];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('tsc failed');
};

/** Hands the maps of tsc on, so that those of the bundles lead to the sources. */
const withMaps = {
  name: 'maps',
  load: (file) =>
    !file.startsWith(compiled)
      ? null
      : { code: readFileSync(file, 'utf8'), map: readFileSync(`${file}.map`, 'utf8') },
};

/** Bundlers shake the es6 half of fp-ts and io-ts; Node can load only the lib half. */
const toEs6 = {
  name: 'es6',
  resolveId: (name) =>
    /^(fp|io)-ts\/lib\//.test(name) ? { id: name.replace('/lib/', '/es6/'), external: true } : null,
};

/** tsc leaves `.ts` in the imports of declarations. Both halves of the transport are of one type. */
const toDeclarations = {
  name: 'declarations',
  resolveId: (name, from) => {
    if (name === '#transport') return join(compiled, 'transport/browser.d.ts');
    return from !== undefined && name.startsWith('.')
      ? join(from, '..', name.replace(/\.ts$/, '.d.ts'))
      : null;
  },
};

/** Who made what is bundled, and on what terms, as these ask for. */
const withLicences = {
  name: 'licences',
  renderChunk: (code, { modules }) => {
    const folders = Object.keys(modules).flatMap(
      (file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/')) ?? [],
    );
    const notices = [...new Set(folders)].map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return `/*!\n${name} ${version}\n\n${readFileSync(join(folder, 'license'), 'utf8').trim()}\n*/`;
    });
    return notices.length === 0 ? null : { code: `${code}\n${notices.join('\n')}\n`, map: null };
  },
};

/** What a bundler warns of is a fault of ours, but for types that public ones are made of and that have no public name. */
const onLog = (level, { message }) => {
  if (level === 'warn' && !message.includes('private shared type exports')) throw new Error(message);
};

const bundle = (names, extension, plugins) =>
  rollup({
    input: Object.fromEntries(names.map((name) => [name, join(compiled, `${name}.${extension}`)])),
    // Packages, and in what runs the half of the transport that the platform chooses.
    external: (name) =>
      name === '#transport' ? extension === 'js' : !/^[./]/.test(name) && !within.test(name),
    plugins,
    onLog,
  });

const write = async (bundled, extension, options) => {
  const shared = { dir: fresh, hoistTransitiveImports: false, minifyInternalExports: false };
  const named = {
    entryFileNames: `[name].${extension}`,
    chunkFileNames: ({ name }) => `shared/${name.replace(/\.d$/, '')}.${extension}`,
  };
  await bundled.write({ ...shared, ...named, ...options });
};

/**
 * What a few entries share joins a larger neighbour: each file costs who requires it more than its bytes do. Not so of
 * declarations: a small entry would join a large one, which would then declare names that it does not have.
 */
const inLargePieces = { experimentalMinChunkSize: 6000 };

/** For Node, and for whoever requires: what the tests run. */
const makeCommonJs = async () => {
  const bundled = await bundle([...entries, program], 'js', [
    withMaps,
    nodeResolve({ resolveOnly: [within] }),
    withLicences,
  ]);
  await write(bundled, 'cjs', {
    ...{ ...inLargePieces, format: 'cjs', exports: 'named', sourcemap: true },
    // A package is its own namespace: nobody asks one for a default export.
    ...{
      interop: (name) => (name.startsWith('node:') ? 'default' : 'esModule'),
      externalLiveBindings: false,
    },
  });
};

/** For bundlers. */
const makeEsModules = async () => {
  const bundled = await bundle(entries, 'js', [withMaps, pure(), toEs6, namedImports()]);
  // lossless-json does not say to all bundlers that it has no side effects: who does not read exactly must not import it.
  const manualChunks = (file) => (file.endsWith('/json/exactJson.js') ? 'exactJson' : null);
  await write(bundled, 'js', {
    ...{ ...inLargePieces, format: 'es', sourcemap: true },
    ...{ manualChunks, onlyExplicitManualChunks: true },
  });
};

/** The same declarations for both, as each half has to have its own. */
const makeDeclarations = async () => {
  const bundled = await bundle(
    entries.filter((name) => !name.startsWith('transport/')),
    'd.ts',
    [toDeclarations, dts()],
  );
  for (const extension of ['d.ts', 'd.cts']) await write(bundled, extension, { format: 'es' });
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
  await Promise.all([makeCommonJs(), makeEsModules(), makeDeclarations()]);
  // What the shell starts.
  chmodSync(join(fresh, `${program}.cjs`), 0o755);
  swap();
} catch (error) {
  console.error(`build: ${error.message}`);
  process.exitCode = 1;
} finally {
  for (const folder of [fresh, stale, compiled]) rmSync(folder, { recursive: true, force: true });
}
