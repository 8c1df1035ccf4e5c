import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { preProcessFile } from 'typescript';
import { publicNames } from './support/publicNames.ts';

const root = join(__dirname, '..');
const src = join(root, 'src');

/** Lowest first; a file may import what lies lower, or what is of its own rank. */
const ranks: readonly RegExp[] = [
  /^(asClientError|clock|entry|errors|excerpt|mismatches|nearNames|passStrayRuns|redact|thrown|withoutSecrets|words)\.ts$|^json\//,
  /^(codec|book)\//,
  /^(decode|frame|misfits|refusal)\.ts$/,
  /^transport\//,
  /^socket(\.ts$|\/)/,
  /^connection\//,
  /^endpoint\.ts$/,
  /^(endpoints|operators|requests)\//,
  /^streams\//,
  /^exact\.ts$|^topics\//,
  /^(session|market|orders|reports)\//,
  /^client\.ts$/,
  /^(index|alphapoint\/index)\.ts$/,
  /^cli\//,
];
/** Off the ladder: these stand beside the client, and only cli may lean on them. */
const beside: readonly (readonly [file: RegExp, mayImport: RegExp])[] = [
  [/^flow\//, /^flow\/|^errors\.ts$/],
  [
    /^recording\//,
    /^(recording|transport|json)\/|^(clock|entry|errors|frame|misfits|passStrayRuns|redact|thrown|withoutSecrets)\.ts$/,
  ],
  [
    /^simulator\//,
    /^(simulator|codec|json)\/|^(frame|errors|clock|misfits|mismatches|nearNames|transport\/transport)\.ts$/,
  ],
  [
    /^testing\//,
    /^(testing|simulator|transport|codec|json)\/|^(client|frame|errors|excerpt|misfits|passStrayRuns|redact)\.ts$/,
  ],
];
const codecPackages = /^(io-ts|fp-ts|lossless-json)(\/|$)/;
const guarded: readonly (readonly [specifier: RegExp, mayBeImportedBy: RegExp])[] = [
  [/^ws$/, /^(transport\/ws|simulator\/node)\.ts$/],
  [/^@noble\/hashes/, /^session\/signature\.ts$|^simulator\//],
  [/^(commander|picocolors|ansi-escapes|string-width)$/, /^cli\//],
];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'));

const specifiers = (file: string): readonly string[] =>
  preProcessFile(readFileSync(join(src, file), 'utf8'), true, true).importedFiles.map(
    ({ fileName }) => fileName,
  );

const resolve = (file: string, specifier: string): readonly string[] => {
  if (specifier === '#transport') return ['transport/ws.ts', 'transport/browser.ts'];
  return specifier.startsWith('.') ? [posix.join(posix.dirname(file), specifier)] : [];
};

const imported = new Map(
  files.map((file) => [file, specifiers(file).flatMap((specifier) => resolve(file, specifier))]),
);
const arrows = [...imported].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));
const packages = files.flatMap((file) =>
  specifiers(file)
    .filter((specifier) => resolve(file, specifier).length === 0)
    .map((specifier) => ({ file, specifier })),
);

const rank = (file: string): number => ranks.findIndex((layer) => layer.test(file));
const rulesBeside = (file: string): RegExp | undefined => beside.find(([layer]) => layer.test(file))?.[1];

const isAllowed = ({ from, to }: { from: string; to: string }): boolean => {
  const mayImport = rulesBeside(from);
  if (mayImport !== undefined) return mayImport.test(to);
  if (from.startsWith('codec/')) return /^(codec|json)\/|^redact\.ts$/.test(to);
  if (from.startsWith('book/')) return /^(book|codec|json)\//.test(to);
  if (rulesBeside(to) !== undefined)
    return /^cli\/|^index\.ts$/.test(from) && (from.startsWith('cli/') || to.startsWith('flow/'));
  return rank(to) <= rank(from);
};

const findCycle = (): readonly string[] => {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imported.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  return files.map((file) => visit(file, [])).find((cycle) => cycle.length > 0) ?? [];
};

describe('the layers of src', () => {
  it('give every file a place', () => {
    expect(files.filter((file) => rank(file) < 0 && rulesBeside(file) === undefined)).toEqual([]);
  });

  it('are imported downwards only', () => {
    expect(arrows.filter((arrow) => !isAllowed(arrow)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('hold no cycle', () => {
    expect(findCycle().join(' -> ')).toBe('');
  });

  it('import only files that are there', () => {
    expect(arrows.filter(({ to }) => !imported.has(to))).toEqual([]);
  });

  it('keep each guarded package in its place', () => {
    const misplaced = guarded.flatMap(([name, place]) =>
      packages.filter(({ specifier, file }) => name.test(specifier) && !place.test(file)),
    );
    expect(misplaced).toEqual([]);
  });

  it('leave codec with io-ts, fp-ts and lossless-json', () => {
    const inCodec = packages.filter(({ file }) => file.startsWith('codec/'));
    expect(inCodec.filter(({ specifier }) => !codecPackages.test(specifier))).toEqual([]);
  });
});

describe('the public names', () => {
  it('are those of spec/public-names.json', () => {
    const entries = [
      'src/index.ts',
      'src/recording/index.ts',
      'src/recording/node.ts',
      'src/simulator/index.ts',
      'src/simulator/node.ts',
      'src/testing/index.ts',
    ];
    const now = Object.fromEntries(entries.map((entry) => [entry, publicNames(join(root, entry))]));
    const golden = join(__dirname, 'public-names.json');
    const text = `${JSON.stringify(now, null, 2)}\n`;
    if (!existsSync(golden) || text !== readFileSync(golden, 'utf8')) {
      throw new Error(`If the change is meant, ${relative(root, golden)} becomes:\n${text}`);
    }
  });
});
