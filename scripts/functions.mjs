// Writes docs/functions.md from the sources, or prints it with --print. A spec holds the file to what this writes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/functions.md');
const entryPoints = { 'notbank-rx': 'src/index.ts', 'notbank-rx/alphapoint': 'src/alphapoint/index.ts' };

const read = (file) => readFileSync(join(root, file), 'utf8');

/** The entry point of each file that is exported, by the file's path. */
const exported = new Map(
  Object.entries(entryPoints).flatMap(([name, entry]) =>
    [...read(entry).matchAll(/ from '(.*)';$/gm)].map(([, path]) => [join(dirname(entry), path), name]),
  ),
);

/** The words of the docblock of an exported name, up to its first tag. */
const docblock = (source, name) => {
  const blocks = source.split(new RegExp(`^export const ${name}\\b`, 'm'))[0].split('/**');
  const words = blocks
    .at(-1)
    .split('*/')[0]
    .replaceAll(/^ *\* ?/gm, '');
  return words.split(/^@/m)[0].replaceAll(/\s+/g, ' ').trim();
};

const loginOf = (words, file) => {
  const [, no] = /\b(no )?login needed\b/i.exec(words) ?? [];
  if (!/\blogin needed\b/i.test(words))
    throw new Error(`${file}: its docblock does not say whether a login is needed`);
  return no === undefined ? 'yes' : 'no';
};

const program = ts.createProgram(
  Object.values(entryPoints).map((entry) => join(root, entry)),
  {
    ...ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config.compilerOptions,
    ...{ lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'], target: ts.ScriptTarget.ES2022, noEmit: true },
    ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
    ...{ paths: { '#transport': [join(root, 'src/transport/ws.ts')] } },
  },
);
const checker = program.getTypeChecker();

/** The type of the parameters of each function and stream, by name. */
const parameters = new Map(
  Object.values(entryPoints).flatMap((entry) =>
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(join(root, entry))))
      .map((symbol) => [symbol.name, checker.getTypeArguments(checker.getTypeOfSymbol(symbol))[0]]),
  ),
);

const isAbsent = (type) => (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)) !== 0;

/** The fields of a type; one is optional where not every way to write it has it. */
const fieldsOf = (type) => {
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return 'a text';
  if (checker.isArrayType(type)) return `a list of: ${fieldsOf(checker.getTypeArguments(type)[0])}`;
  const ways = (type.isUnion() ? type.types : [type]).map(
    (way) => new Map(way.getProperties().map((field) => [field.name, field])),
  );
  const names = new Set(ways.flatMap((way) => [...way.keys()]));
  const has = (name) =>
    ways.map((way) => way.get(name)).filter((field) => field && !isAbsent(checker.getTypeOfSymbol(field)));
  const isOptional = (name) =>
    has(name).length < ways.length || has(name).some(({ flags }) => flags & ts.SymbolFlags.Optional);
  const known = [...names].filter((name) => name !== 'OMSId' && has(name).length > 0);
  const needed = known.filter((name) => !isOptional(name));
  const optional = known.filter((name) => isOptional(name)).map((name) => `${name}?`);
  return [...needed, ...optional].map((name) => `\`${name}\``).join(', ') || 'none';
};

const rowOf = (file) => {
  const name = file.slice(file.lastIndexOf('/') + 1, -'.ts'.length);
  const source = read(file);
  const words = docblock(source, name);
  return {
    name: `\`${name}\``,
    sentence: words.split(/(?<=\.) /)[0],
    login: loginOf(words, file),
    kind: /^ +isCommand: true,$/m.test(source) ? 'command' : 'query',
    entryPoint: exported.get(file) ?? 'none',
    fields: fieldsOf(parameters.get(name)),
  };
};

const filesIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /^[A-Z]\w*\.ts$/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const functionsOf = (subject) => {
  const rows = filesIn(`src/endpoints/${subject}`).map(rowOf);
  const cells = rows.map(({ name, sentence, fields, login, kind, entryPoint }) => [
    name,
    sentence,
    fields,
    login,
    kind,
    `\`${entryPoint}\``,
  ]);
  return `## ${subject}\n\n${table(['function', 'what it does', 'parameters', 'login', 'kind', 'import from'], cells)}`;
};

const streams = () => {
  const files = filesIn('src/topics').filter((file) => /\/Subscribe\w+\.ts$/.test(file));
  const cells = files
    .map(rowOf)
    .map(({ name, sentence, fields, login, entryPoint }) => [
      name,
      sentence,
      fields,
      login,
      `\`${entryPoint}\``,
    ]);
  return `## Streams\n\n${table(['stream', 'what it tells', 'parameters', 'login', 'import from'], cells)}`;
};

const subjects = readdirSync(join(root, 'src/endpoints')).sort();

const text = `# Functions and streams

<!-- Written by scripts/functions.mjs out of the sources: change those, then run it. -->

Every function is a value for \`request$\`, every stream one for \`subscribe$\` and \`follow$\`. A parameter with \`?\` can be
left out, or belongs to one of several ways to write the request; most take \`OMSId\` as well, for an order system of
another number than 1. What each is, its unit and its default is told by an
editor where it is written, and in the API pages (\`npm run docs\` in a clone); so are the fields of the replies. A query can
be asked again at will; a command changes something and is sent once at most. Where a login is needed, the docblock names
the permission too, if there is a special one.

${subjects.map(functionsOf).join('\n\n')}

${streams()}
`;

const options = { ...(await resolveConfig(page)), parser: 'markdown' };
const formatted = await format(text, options);
if (process.argv.includes('--print')) process.stdout.write(formatted);
else writeFileSync(page, formatted);
