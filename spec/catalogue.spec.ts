import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as alphapoint from '../src/alphapoint/index.ts';
import type { Endpoint } from '../src/endpoint.ts';
import * as notbank from '../src/index.ts';
import { endpoints } from './support/catalogue.ts';
import { commands } from './support/commands.ts';
import { departures, idleNames } from './support/departures.ts';
import { described } from './support/described.ts';
import { samplesOf } from './support/samples.ts';

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface FunctionFile {
  readonly name: string;
  readonly subject: string;
  readonly path: string;
  readonly source: string;
}

const filesOf = (subject: string): readonly FunctionFile[] =>
  readdirSync(join(root, 'src/endpoints', subject))
    .filter((file) => /^[A-Z]/.test(file))
    .map((file) => {
      const path = `src/endpoints/${subject}/${file}`;
      return { name: basename(file, '.ts'), subject, path, source: read(path) };
    });
const files = readdirSync(join(root, 'src/endpoints')).flatMap(filesOf);
const pathsOf = (found: readonly FunctionFile[]): readonly string[] => found.map(({ path }) => path);
const named = (name: string): FunctionFile | undefined => files.find((file) => file.name === name);

const entryPoints: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { notbank, alphapoint };
const entriesWith = (name: string): readonly string[] =>
  Object.keys(entryPoints).filter((entry) => name in (entryPoints[entry] ?? {}));

const docblockOf = ({ name, source }: FunctionFile): string =>
  source
    .split(new RegExp(`^export const ${name}\\b`, 'm'))[0]
    ?.split('/**')
    .at(-1) ?? '';

describe('the files of the functions', () => {
  it('are those of the papers, each in the folder of its subject', () => {
    const places = files.map(({ subject, name }) => `${subject}/${name}`);
    expect(places.sort()).toEqual(described.map(({ subject, name }) => `${subject}/${name}`).sort());
  });

  it('have the name that they export, which is the name on the wire', () => {
    const wrong = files.filter(({ name, path }) => {
      const { [name]: value } = jest.requireActual<Record<string, Partial<Endpoint<never, unknown>>>>(
        join(root, path),
      );
      return value?.name !== name;
    });
    expect(pathsOf(wrong)).toEqual([]);
  });

  it('are exported from one entry point: what Notbank offers from the main one, the rest from the other', () => {
    const wrong = described
      // A login by password ends with it, and the client takes part in that.
      .map(({ name, venue }) => [name, name === 'Authenticate2FA' ? 'notbank' : venue] as const)
      .filter(([name, venue]) => entriesWith(name).join() !== venue);
    expect(wrong).toEqual([]);
  });

  it('export the type of what they take, and of what they answer where it is not a shared one, by the same way', () => {
    const indexes = { notbank: read('src/index.ts'), alphapoint: read('src/alphapoint/index.ts') };
    const missing = files.flatMap(({ name, source }) => {
      const index = entriesWith(name)
        .map((entry) => indexes[entry as keyof typeof indexes])
        .join();
      const types = [`${name}Request`, `${name}Reply`].filter((type) =>
        source.includes(`export type ${type} `),
      );
      return types.filter((type) => !new RegExp(`\\btype ${type}\\b`).test(index));
    });
    expect(missing).toEqual([]);
  });

  it('have a docblock with an example that calls the function', () => {
    const wrong = files.filter(
      (file) => !new RegExp(`@example[^@]*\\brequest\\$\\([^@]*\\b${file.name}\\b`).test(docblockOf(file)),
    );
    expect(pathsOf(wrong)).toEqual([]);
  });
});

describe('docs/functions.md', () => {
  const page = read('docs/functions.md');
  const rows = new Map(
    [...page.matchAll(/^\| `(\w+)` *\|.*\| (yes|no) *\| (query|command) *\| `(\S+)` *\|$/gm)].map(
      ([, name = '', login, kind, from]) => [name, { login, kind, from }] as const,
    ),
  );

  it('is what scripts/functions.mjs writes', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['scripts/functions.mjs', '--print'], {
      cwd: root,
      encoding: 'utf8',
    });
    if (stdout !== page) throw new Error(`Run: node scripts/functions.mjs\n${stderr}`);
  });

  it('has a line for every function, with its entry point, and no link into the source, which is not in the package', () => {
    const lines = files.map(({ name }) => rows.get(name));
    const packages = { notbank: 'notbank-rx', alphapoint: 'notbank-rx/alphapoint' };
    expect(lines).toMatchObject(
      files.map(({ name }) => ({
        from: entriesWith(name).map((entry) => packages[entry as keyof typeof packages])[0],
      })),
    );
    expect(rows.size).toBe(files.length);
    expect(page).not.toContain('../src');
  });

  it('tells of a login where the papers need one', () => {
    const wrong = described.filter(({ name, login }) => (rows.get(name)?.login === 'yes') !== login);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('tells commands from queries as the endpoints do, and as their docblocks say', () => {
    const kindOf = ({ isCommand }: Endpoint<unknown, unknown>): string => (isCommand ? 'command' : 'query');
    expect(endpoints.filter((endpoint) => rows.get(endpoint.name)?.kind !== kindOf(endpoint))).toEqual([]);
    const silent = files.filter(
      (file) =>
        !new RegExp(`\\bA[ *\n]+${rows.get(file.name)?.kind ?? 'function'}\\b`).test(docblockOf(file)),
    );
    expect(pathsOf(silent)).toEqual([]);
  });

  it('has a line for every stream', () => {
    const topics = readdirSync(join(root, 'src/topics')).filter((file) => file.startsWith('Subscribe'));
    expect(topics.filter((file) => !page.includes(`| \`${file.slice(0, -'.ts'.length)}\` `))).toEqual([]);
    expect(topics).toHaveLength(7);
  });
});

describe('the commands', () => {
  it('are those that are listed, by subject', () => {
    const found = endpoints.filter(({ isCommand }) => isCommand).map(({ name }) => name);
    const listed = Object.entries(commands).flatMap(([subject, names]) =>
      names.map((name) => `${subject}/${name}`),
    );
    expect(found.map((name) => `${named(name)?.subject ?? ''}/${name}`).sort()).toEqual(listed.sort());
  });

  it('are what changes something, as their names say', () => {
    const asks = /^(Get|Unmask|Download|Health|Ping$|Gateway|Assets$|Summary$|Ticker$|Trades$|OrderBook$)/;
    const gives =
      /^(Authenticate|WebAuthenticate|OAuthAuthenticate|CoinsOAuthAuthenticate|OAuthValidate|Validate2FA|ValidateCode)/;
    const odd = endpoints.filter(
      ({ name, isCommand }) => isCommand === (asks.test(name) || gives.test(name)),
    );
    // Both make an address where there is none yet.
    expect(odd.map(({ name }) => name).sort()).toEqual(['GetDepositInfo', 'GetNewDepositAddress']);
  });
});

describe('the samples', () => {
  const samples = samplesOf('functions');
  const withKind = (kind: string): ReadonlySet<string> =>
    new Set(samples.filter((sample) => sample.kind === kind).map(({ name }) => name.toLowerCase()));

  it('are of functions that there are', () => {
    const known = new Set(files.map(({ name }) => name.toLowerCase()));
    expect(samples.filter(({ name }) => !known.has(name.toLowerCase())).map(({ file }) => file)).toEqual([]);
  });

  it('cover so many of the functions', () => {
    const [requests, replies] = [withKind('request'), withKind('reply')];
    const names = files.map(({ name }) => name);
    const inOne = (set: ReadonlySet<string>) => names.filter((name) => set.has(name.toLowerCase()));
    const inNone = names.filter(
      (name) => !requests.has(name.toLowerCase()) && !replies.has(name.toLowerCase()),
    );
    process.stdout.write(
      `${names.length} functions: ${inOne(requests).length} with a request sample, ` +
        `${inOne(replies).length} with a reply sample, ${inNone.length} with none (${inNone.join(', ')})\n`,
    );
    expect(inOne(requests).length).toBeGreaterThanOrEqual(139);
    expect(inOne(replies).length).toBeGreaterThanOrEqual(135);
  });
});

describe('the departures from the papers', () => {
  it('name no function and no field in vain', () => {
    expect(departures.flatMap(idleNames)).toEqual([]);
  });
});

describe('the recipe in docs/guides/add-a-function.md', () => {
  const guide = read('docs/guides/add-a-function.md');

  it('has six steps', () => {
    expect(guide.match(/^## \d\. /gm)).toEqual(['## 1. ', '## 2. ', '## 3. ', '## 4. ', '## 5. ', '## 6. ']);
  });

  it('shows the file of its example as it is', () => {
    const [, code] = /^```typescript\n(.*?)^```$/ms.exec(guide) ?? [];
    expect(code).toBe(read('src/endpoints/fee/GetOrderFee.ts'));
  });

  it('names files that are there', () => {
    const paths = [...guide.matchAll(/\b(?:src|spec|scripts|docs)\/[\w./-]+\w/g)].map(([path]) => path);
    expect(paths.length).toBeGreaterThanOrEqual(10);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('is followed by its example: papers, samples, file, exports, list', () => {
    expect(described.filter(({ name }) => name === 'GetOrderFee')).toHaveLength(1);
    const ofExample = samplesOf('functions').filter(({ name }) => name === 'GetOrderFee');
    expect(ofExample.map(({ kind }) => kind).sort()).toEqual(['reply', 'request']);
    expect(entriesWith('GetOrderFee')).toEqual(['notbank']);
    expect(read('spec/public-names.json')).toContain('"GetOrderFeeRequest"');
  });
});
