import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { demoUsers } from '../src/simulator/index.ts';
import { serve, type ServedExchange } from '../src/simulator/node.ts';
import { entryPoints, moduleOf } from './support/exampleModule.ts';
import {
  docblockExamples,
  type Example,
  markdownExamples,
  readmeExamples,
  recipes,
} from './support/examples.ts';
import { missingLines } from './support/shape.ts';

jest.setTimeout(120_000);

const root = join(__dirname, '..');
const run = promisify(execFile);
const transport = join(root, 'src/transport/ws.ts');
const [trader] = demoUsers;

/** Inside the project, so that the packages it uses are found from there. */
let folder: string;

beforeAll(() => {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'docs-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const nameOf = ({ file, line }: Example): string => `${file}:${line}`;

describe('the examples in README, docs and docblocks', () => {
  const examples = [...markdownExamples(), ...docblockExamples()];

  it('are found: one for each tag, and none is empty', () => {
    const tags = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => readFileSync(join(root, 'src', name), 'utf8').match(/^\s*\* @example$/gm) ?? []);
    expect(docblockExamples()).toHaveLength(tags.length);
    expect(examples.filter(({ code }) => code.trim() === '').map(nameOf)).toEqual([]);
    expect(readmeExamples().length).toBeGreaterThanOrEqual(4);
  });

  it('compile against the sources', async () => {
    // What all recipes import.
    copyFileSync(join(root, 'examples/recipes/gateway.mjs'), join(folder, 'gateway.mts'));
    const names = examples.map((example) => {
      const name = `${nameOf(example).replaceAll(/[^\w]+/g, '-')}.mts`;
      writeFileSync(join(folder, name), moduleOf(example));
      return name;
    });
    const compilerOptions = {
      allowImportingTsExtensions: true,
      rewriteRelativeImportExtensions: false,
      // A JavaScript example has no types to give.
      noImplicitAny: false,
      noPropertyAccessFromIndexSignature: false,
      noUnusedLocals: false,
      noUnusedParameters: false,
      verbatimModuleSyntax: false,
      isolatedModules: false,
      types: ['node'],
      paths: {
        '#transport': [transport],
        ...Object.fromEntries(Object.entries(entryPoints).map(([name, path]) => [name, [path]])),
      },
    };
    const project = join(folder, 'tsconfig.json');
    writeFileSync(
      project,
      JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include: [], files: names }),
    );

    const tsc = join(root, 'node_modules/typescript7/bin/tsc');
    const said = await run(process.execPath, [tsc, '-p', project], { cwd: folder }).then(
      ({ stdout }) => stdout,
      (error: unknown) => (error as { readonly stdout: string }).stdout,
    );
    expect(said).toBe('');
  });

  it('of the README are the files that they are said to be', () => {
    const files = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.mjs'));
    const codes = readmeExamples().map(({ code }) => code);
    const shown = files.filter((name) => codes.includes(readFileSync(join(root, 'examples', name), 'utf8')));
    expect(shown.sort()).toEqual(['market-data.mjs', 'trading.mjs']);
  });
});

describe('the programs in README and guides', () => {
  const programs = markdownExamples().filter(
    ({ file, isRun }) => isRun && /^README\.md$|^docs\/guides\//.test(file),
  );
  let served: ServedExchange;
  let said: ReadonlyMap<Example, ReturnType<typeof told>>;

  /** What a program says until it ends well; rejects where it does not. */
  const told = async (program: Example): Promise<{ readonly stdout: string; readonly stderr: string }> => {
    const outfile = join(folder, `${nameOf(program).replaceAll(/[^\w]+/g, '-')}.mjs`);
    const { code } = await transform(program.code, { loader: 'ts', format: 'esm' });
    writeFileSync(outfile, code);
    const env = {
      PATH: process.env['PATH'],
      NOTBANK_URL: served.url,
      NOTBANK_API_KEY: trader.apiKey,
      NOTBANK_SECRET: trader.secret,
      NOTBANK_USER_ID: String(trader.userId),
    };
    return run(process.execPath, [outfile], { cwd: root, env, timeout: 60_000 });
  };

  beforeAll(async () => {
    // The package as it is built, found as a user's program finds it.
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/notbank-rx'), 'junction');
    served = await serve({ exchange: { crowd: 100 } });
    said = new Map(programs.map((program) => [program, told(program)]));
    await Promise.allSettled(said.values());
  });

  afterAll(async () => {
    await served.close();
  });

  it.each(programs.map((program) => [nameOf(program), program] as const))(
    'run, and print what is shown below them: %s',
    async (_name, program) => {
      const { stdout = '', stderr } = (await said.get(program)) ?? {};
      expect(stderr).toBe('');
      const missing = program.output === undefined ? [] : missingLines(program.output, stdout);
      expect(missing.length > 0 ? { missing, stdout } : { missing }).toEqual({ missing: [] });
    },
  );
});

describe('docs/guides/add-a-function.md', () => {
  it('shows the file that it is about', () => {
    const page = readFileSync(join(root, 'docs/guides/add-a-function.md'), 'utf8');
    const [, code] = /^```typescript\n(.*?)^```$/ms.exec(page) ?? [];
    expect(code).toBe(readFileSync(join(root, 'src/endpoints/fee/GetOrderFee.ts'), 'utf8'));
  });
});

describe('the recipes', () => {
  const files = readdirSync(join(root, 'examples/recipes')).sort();
  const textOf = (name: string): string => readFileSync(join(root, 'examples/recipes', name), 'utf8');
  /** Without imports, comments and empty lines. */
  const linesOf = (name: string): readonly string[] =>
    textOf(name)
      .replace(/^import [^;]+;$/gm, '')
      .split('\n')
      .filter((line) => !/^\s*(?:\/\/|\/\*\*|$)/.test(line));

  it('are all in docs/recipes.md, as they are', () => {
    const shown = [...recipes()].map(([name, { code }]) => [name, code]);
    const programs = files.filter((name) => name.endsWith('.mjs'));
    expect(shown.sort()).toEqual(programs.map((name) => [name, textOf(name)]));
    const page = readFileSync(join(root, 'docs/recipes.md'), 'utf8');
    const commands = files.filter((name) => name.endsWith('.sh'));
    expect(commands.filter((name) => !page.includes(`\`\`\`sh\n${textOf(name)}\`\`\``))).toEqual([]);
  });

  it.each(files)('have at most 15 lines beside imports and comments: %s', (name) => {
    expect(linesOf(name).length).toBeLessThanOrEqual(15);
  });
});

describe('the pages of options', () => {
  /** The fields of an interface, by its file. */
  const fieldsIn = ([file, name]: readonly [string, string]): readonly string[] => {
    const source = readFileSync(join(root, 'src', file), 'utf8');
    const [, body = ''] = new RegExp(`interface ${name}[^{]*\\{(.*?)^\\}`, 'ms').exec(source) ?? [];
    const fields = [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, field = '']) => field);
    if (fields.length === 0) throw new Error(`${file} has no ${name}`);
    return fields;
  };
  const pages: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    'connecting.md': [
      ['client.ts', 'ClientOptions'],
      ['transport/options.ts', 'SocketOptions'],
      ['transport/wsOptions.ts', 'WsOptions'],
      ['connection/backoff.ts', 'ExponentialBackoff'],
      ['connection/inner.ts', 'Restore'],
      ['connection/pace.ts', 'Pace'],
      ['session/keepAlive.ts', 'KeepAlive'],
      ['session/credentials.ts', 'ApiKeyCredentials'],
      ['session/credentials.ts', 'PasswordCredentials'],
      ['session/credentials.ts', 'TokenCredentials'],
      ['requests/request.ts', 'RequestOptions'],
    ],
    'order-book.md': [
      ['market/book/bookOptions.ts', 'OrderBookOptions'],
      ['market/book/bookOptions.ts', 'RepairPause'],
      ['market/book/exactOptions.ts', 'ExactBookOptions'],
      ['book/isCrossed.ts', 'Locked'],
      ['book/view.ts', 'BookView'],
    ],
    'streams.md': [
      ['streams/follow.ts', 'FollowOptions'],
      ['streams/kept.ts', 'Trust'],
    ],
  };

  it.each(Object.keys(pages))('have every field of the types that they are about: docs/guides/%s', (page) => {
    const text = readFileSync(join(root, 'docs/guides', page), 'utf8');
    const fields = (pages[page] ?? []).flatMap(fieldsIn);
    expect(fields.filter((field) => !new RegExp(`\\b${field}\\b`).test(text))).toEqual([]);
  });
});

describe('README.md and llms.txt', () => {
  it.each(['README.md', 'llms.txt'])('lead to every guide: %s', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const guides = readdirSync(join(root, 'docs/guides')).filter((name) => name.endsWith('.md'));
    expect(guides.filter((name) => !text.includes(`](docs/guides/${name})`))).toEqual([]);
  });
});

describe('the links in README and docs', () => {
  const pages = [
    'README.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'llms.txt',
    ...new Set(markdownExamples().map(({ file }) => file)),
  ];
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md') && !name.startsWith('docs/api/'));

  /** The places in a page that a link can lead to, as GitHub names them. */
  const anchorsIn = (page: string): readonly string[] =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  it.each([...new Set([...pages, ...docs])])('lead to files and headings that are there: %s', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const broken = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(
      ([, target = '', anchor]) => {
        const path = target === '' ? page : join(dirname(page), target);
        const isThere =
          existsSync(join(root, path)) && (anchor === undefined || anchorsIn(path).includes(anchor));
        return isThere ? [] : [`${target}#${anchor ?? ''}`];
      },
    );
    expect(broken).toEqual([]);
  });
});
