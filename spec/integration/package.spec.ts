import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Consumer, installPacked } from '../support/packed.ts';
import { publicNames } from '../support/publicNames.ts';

interface Manifest {
  readonly name: string;
  readonly main: string;
  readonly module: string;
  readonly types: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly imports: unknown;
}

const run = promisify(execFile);
const root = join(__dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const entries = Object.keys(manifest.exports)
  .filter((entry) => entry !== './package.json')
  .map((entry) => manifest.name + entry.slice(1));
const core = ['createClient', 'request$', 'subscribe$', 'error$'];

let packed: Consumer;
/** A folder of somebody else's, with the packed package in it. */
let consumer: string;
let installed: string;

const write = (name: string, text: string): string => {
  const file = join(consumer, name);
  writeFileSync(file, text);
  return file;
};

const node = async (name: string, text: string): Promise<string> => {
  const { stdout } = await run(process.execPath, [write(name, text)], { cwd: consumer });
  return stdout.trim();
};

/** The bundle of some names, without the packages that a user has anyway: its size, its text, and the files in it. */
const bundle = async (
  names: readonly string[],
  from = manifest.name,
): Promise<{ readonly size: number; readonly text: string; readonly files: readonly string[] }> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names.join(', ')} } from '${from}';`, resolveDir: consumer },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['rxjs', 'io-ts', 'fp-ts'].flatMap((name) => [name, `${name}/*`]),
    // Else esbuild would apply the repository's own paths to `#transport`.
    tsconfigRaw: '{}',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return {
    size: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length,
    text: outputFiles[0]?.text ?? '',
    files: inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path),
  };
};

const targets = (branch: unknown): readonly string[] =>
  typeof branch === 'string' ? [branch] : Object.values(branch as object).flatMap(targets);

jest.setTimeout(60_000);

beforeAll(async () => {
  packed = await installPacked();
  ({ folder: consumer, installed } = packed);
});

afterAll(() => {
  packed.remove();
});

describe('the packed package', () => {
  it('holds the build, the docs, the examples and the papers, nothing else', () => {
    const folders = ['dist', 'docs', 'examples'];
    const papers = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'llms.txt'];
    expect(
      readdirSync(installed).filter((name) => !folders.includes(name) && !papers.includes(name)),
    ).toEqual([]);

    const kinds = /\.(js|js\.map|cjs|cjs\.map|d\.ts|d\.ts\.map|d\.cts)$/;
    const built = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(built.filter((name) => name.includes('.') && !kinds.test(name))).toEqual([]);
    expect(built.filter((name) => name.endsWith('.js')).length).toBeGreaterThan(0);
    expect(existsSync(join(installed, 'LICENSE'))).toBe(true);
  });

  it('is a few files, not one for each of the source', () => {
    const all = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(all.length).toBeLessThan(280);
  });

  it('has what its README links to', () => {
    const readme = readFileSync(join(installed, 'README.md'), 'utf8');
    const links = [...readme.matchAll(/\]\((?!\w+:)([^)#]+)/g)].map(([, link = '']) => link);
    const examples = [...readme.matchAll(/`(examples\/[^`]+)`/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(5);
    expect([...links, ...examples].filter((path) => !existsSync(join(installed, path)))).toEqual([]);
  });

  it('has its sources in its maps', () => {
    const map = JSON.parse(readFileSync(join(installed, 'dist/shared/index.cjs.map'), 'utf8')) as {
      readonly sources: readonly string[];
      readonly sourcesContent?: readonly (string | null)[];
    };
    expect(map.sources.filter((source) => !source.startsWith('../../src/'))).toEqual([]);
    expect(map.sourcesContent?.every((text) => typeof text === 'string')).toBe(true);
  });

  it('has a file behind every path of its manifest', () => {
    const { main, module, types, exports, imports } = manifest;
    const missing = [main, module, types, ...targets(exports), ...targets(imports)].filter(
      (path) => !existsSync(join(installed, path)),
    );
    expect(missing).toEqual([]);
  });

  it('leaves no TypeScript import in what it built', () => {
    const built = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    const left = built
      .filter((name) => /\.(js|cjs|d\.ts|d\.cts)$/.test(name))
      .filter((name) =>
        /^(?!\s*(\*|\/\/)).*(from |import\(|require\()['"]\.[^'"]*\.ts['"]/m.test(
          readFileSync(join(installed, 'dist', name), 'utf8'),
        ),
      );
    expect(left).toEqual([]);
  });

  it.each(entries)('is the same for import and for require: %s', async (entry) => {
    const answer = await node(
      'same.mjs',
      `import { createRequire } from 'node:module';
      import * as imported from '${entry}';
      const required = createRequire(import.meta.url)('${entry}');
      const names = Object.keys(required).filter((name) => name !== '__esModule');
      const other = names.filter((name) => imported[name] !== required[name]);
      console.log(JSON.stringify({ empty: names.length === 0, other }));`,
    );
    expect(JSON.parse(answer)).toEqual({ empty: false, other: [] });
  });

  it.each(entries)('declares the names of its source, no more and no fewer, in both halves: %s', (entry) => {
    const path = entry === manifest.name ? 'index' : entry.slice(manifest.name.length + 1);
    const place = existsSync(join(root, `src/${path}.ts`)) ? path : `${path}/index`;
    const names = publicNames(join(root, `src/${place}.ts`));
    const declared = ['d.ts', 'd.cts'].map((kind) => publicNames(join(installed, `dist/${place}.${kind}`)));

    expect(declared).toEqual([names, names]);
  });

  it('has one class of each error, whoever loads it', async () => {
    const answer = await node(
      'errors.mjs',
      `import { createRequire } from 'node:module';
      import { GatewayError } from '${manifest.name}';
      const required = createRequire(import.meta.url)('${manifest.name}');
      console.log(typeof GatewayError, required.GatewayError === GatewayError);`,
    );
    expect(answer).toBe('function true');
  });

  it('starts with the Node half of its transport, and without the other', async () => {
    const answer = await node(
      'transport.cjs',
      `require('${manifest.name}');
      const loaded = Object.keys(require.cache).map((path) => path.replaceAll('\\\\', '/'));
      console.log(
        loaded.some((path) => path.endsWith('dist/transport/ws.cjs')),
        loaded.some((path) => path.endsWith('dist/transport/browser.cjs')),
      );`,
    );
    expect(answer).toBe('true false');
  });

  it.each([
    ['nodenext', 'nodenext', 'consumer.mts'],
    ['nodenext', 'nodenext', 'consumer.cts'],
    ['esnext', 'bundler', 'consumer.ts'],
    ['commonjs', 'node10', 'node10.ts'],
  ])('compiles with every declaration checked: %s, %s, %s', async (module, moduleResolution, name) => {
    const names = entries.map((_, index) => `entry${index}`);
    write(
      name,
      `${entries.map((entry, index) => `import * as entry${index} from '${entry}';`).join('\n')}
      import { ${core.join(', ')}, Ping } from '${manifest.name}';
      export const reply = request$(createClient({ url: 'wss://host.example' }), Ping, {});
      export const all: readonly object[] = [${[...names, ...core.slice(2)].join(', ')}];`,
    );
    const project = write(
      `tsconfig.${name}.json`,
      JSON.stringify({
        compilerOptions: {
          ...{ module, moduleResolution, target: 'es2022', types: [], noEmit: true },
          ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false },
          // TypeScript 7 has no node10 any more, and 6 wants to be asked for it.
          ...(moduleResolution === 'node10' && { ignoreDeprecations: '6.0' }),
        },
        files: [name],
      }),
    );
    const compiler = moduleResolution === 'node10' ? 'typescript' : 'typescript7';
    const tsc = join(root, 'node_modules', compiler, 'bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', project], { cwd: consumer }).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe('');
  });

  // The bounds that are above the budgets of the design have their reasons in docs/decisions.md.
  it('costs a browser at most 22 kB for the core, with no ws and no exact reader in it', async () => {
    const { size, files } = await bundle(core);
    expect(files.filter((path) => /node_modules\/(ws|lossless-json)\/|transport\/ws\./.test(path))).toEqual(
      [],
    );
    process.stdout.write(`browser bundle of ${core.join(', ')}: ${size} bytes, minified and gzipped\n`);
    expect(size).toBeLessThanOrEqual(22 * 1024);
  });

  it('costs at most 4.5 kB more for what codecs are made with and read by, which the first function brings', async () => {
    const [alone, whole] = await Promise.all([bundle(core), bundle([...core, 'Ping'])]);
    const cost = whole.size - alone.size;
    process.stdout.write(`Ping: ${cost} bytes above the core\n`);
    expect(cost).toBeLessThanOrEqual(4.5 * 1024);
  });

  it.each([
    ['GetInstruments', ['Ping']],
    ['GetAccountInfo', ['Ping']],
    ['GetOpenOrders', ['Ping', 'readExactJson']],
    ['SendOrder', ['Ping', 'readExactJson']],
  ])('costs at most 2.5 kB for each function more: %s', async (name, before) => {
    const [alone, whole] = await Promise.all([
      bundle([...core, ...before]),
      bundle([...core, ...before, name]),
    ]);
    const cost = whole.size - alone.size;
    process.stdout.write(`${name}: ${cost} bytes above the core with ${before.join(', ')}\n`);
    expect(cost).toBeLessThanOrEqual(2.5 * 1024);
  });

  it('costs a browser at most 45 kB with the market, and 25 kB more with orders', async () => {
    const market = ['follow$', 'bars$', 'trades$', 'SubscribeLevel1', 'SubscribeLevel2', 'SubscribeTrades'];
    const orders = ['placeOrder$', 'cancelOrder$', 'replaceOrder$', 'modifyOrder$', 'cancelAll$'];
    const [kept, whole] = await Promise.all([
      bundle([...core, ...market]),
      bundle([...core, ...market, ...orders]),
    ]);
    process.stdout.write(
      `with the market: ${kept.size} bytes; with orders: ${whole.size - kept.size} more\n`,
    );
    expect(kept.size).toBeLessThanOrEqual(45 * 1024);
    expect(whole.size - kept.size).toBeLessThanOrEqual(25 * 1024);
  });

  it('loads one entry with what it needs, and not the simulated exchange', async () => {
    const answer = await node(
      'loaded.cjs',
      `require('${manifest.name}');
      const ours = Object.keys(require.cache).filter((path) => path.includes('/${manifest.name}/dist/'));
      console.log(JSON.stringify(ours.map((path) => path.split('/dist/')[1])));`,
    );
    const loaded = JSON.parse(answer) as readonly string[];
    // The client is a file of its own, as the testing entry has it too.
    expect(loaded.length).toBeLessThan(14);
    expect(loaded.filter((path) => /exchange|simulator|\bcli\b|alphapoint/.test(path))).toEqual([]);
  });

  it.each([
    ['GetInstruments', 'notbank-rx'],
    ['SendOrder', 'notbank-rx'],
    ['GetWithdrawTickets', 'notbank-rx/alphapoint'],
  ])('is imported in part: %s pulls in no other function, no stream and no client', async (name, from) => {
    const { text } = await bundle([name], from);
    const functions = [...text.matchAll(/name:"([A-Z]\w+)"/g)].map(([, found]) => found);
    expect(functions).toEqual([name]);
    expect(text).not.toMatch(/ConnectionLost|#transport|WebSocket|Subscribe[A-Z]/);
  });
});
