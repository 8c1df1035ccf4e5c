import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as rxjs from 'rxjs';
import * as ts from 'typescript';
import type { Example } from './examples.ts';
import { publicNames } from './publicNames.ts';

const root = join(__dirname, '../..');

/** The entry points by the name that a user imports them by. */
export const entryPoints: Readonly<Record<string, string>> = {
  'notbank-rx': join(root, 'src/index.ts'),
  'notbank-rx/alphapoint': join(root, 'src/alphapoint/index.ts'),
  'notbank-rx/recording': join(root, 'src/recording/index.ts'),
  'notbank-rx/recording/node': join(root, 'src/recording/node.ts'),
  'notbank-rx/simulator': join(root, 'src/simulator/index.ts'),
  'notbank-rx/simulator/node': join(root, 'src/simulator/node.ts'),
  'notbank-rx/testing': join(root, 'src/testing/index.ts'),
};

/** What stands around an example and is not its point. */
const surroundingsOf = (file: string): Readonly<Record<string, string>> => ({
  client: "import('notbank-rx').Client",
  exchange: file.startsWith('src/simulator/')
    ? "import('notbank-rx/simulator').Exchange"
    : "import('notbank-rx/testing').ScriptedExchange",
  lines: 'string[]',
  frame$: "import('rxjs').Observable<import('notbank-rx').Frame>",
  apiKey: 'string',
  secret: 'string',
  userId: 'number',
  AccountId: 'number',
  username: 'string',
  password: 'string',
  sessionToken: 'string',
  token: 'string',
  code: 'string',
  key: 'string',
  hash: 'string',
  askForCode$: "import('rxjs').Observable<string>",
});

const isMemberName = (node: ts.Identifier): boolean => {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
};

const namesOfBinding = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) =>
        ts.isOmittedExpression(element) ? [] : namesOfBinding(element.name),
      );

/** The names that a statement gives to the module it stands in. */
const namesOfStatement = (statement: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => namesOfBinding(name));
  }
  if (ts.isImportDeclaration(statement)) {
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined) return [];
    return ts.isNamespaceImport(bindings)
      ? [bindings.name.text]
      : bindings.elements.map(({ name }) => name.text);
  }
  const isNamed = ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);
  return isNamed ? [statement.name.text] : [];
};

/** The names that a module uses and does not declare at its top; what is declared further in shadows them anyway. */
const missingIn = (code: string): Set<string> => {
  const source = ts.createSourceFile('example.mts', code, ts.ScriptTarget.Latest, true);
  const declared = new Set(source.statements.flatMap(namesOfStatement));
  const missing = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node) && !declared.has(node.text)) missing.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return missing;
};

const importOf = (names: readonly string[], from: string): readonly string[] =>
  names.length === 0 ? [] : [`import { ${names.join(', ')} } from '${from}';`];

/** What the modules of the project that a file imports have to give, by name, with the path of each. */
const aroundFile = (path: string): ReadonlyMap<string, string> => {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const paths = source.statements
    .filter(ts.isImportDeclaration)
    .map((statement) => (statement.moduleSpecifier as ts.StringLiteral).text)
    .filter((from) => from.startsWith('.'))
    .map((from) => join(dirname(path), from));
  return new Map(paths.flatMap((from) => publicNames(from).map((name) => [name, from] as const)));
};

const namespaces: Readonly<Record<string, string>> = { t: 'io-ts', E: 'fp-ts/lib/Either.js' };

/**
 * The module that an example is a part of: what it uses and does not declare is imported, from the file in whose
 * docblock it stands or what that imports, an entry point, rxjs, io-ts or fp-ts, or is declared as a surrounding.
 */
export const moduleOf = ({ file, code }: Example): string => {
  const missing = missingIn(code);
  const take = (known: Iterable<string>): readonly string[] =>
    [...known].filter((name) => missing.delete(name)).sort();
  const path = join(root, file);
  const isSource = file.startsWith('src/');
  const own = isSource ? importOf(take(publicNames(path)), path) : [];
  const around = isSource ? aroundFile(path) : new Map<string, string>();
  const fromAround = take(around.keys()).flatMap((name) => importOf([name], around.get(name) ?? ''));
  const fromEntries = Object.entries(entryPoints).flatMap(([name, entry]) =>
    importOf(take(publicNames(entry)), name),
  );
  const fromRxjs = importOf(take(Object.keys(rxjs)), 'rxjs');
  const fromTypes = take(Object.keys(namespaces)).map(
    (name) => `import * as ${name} from '${namespaces[name] ?? ''}';`,
  );
  const surroundings = surroundingsOf(file);
  const ambient = take(Object.keys(surroundings)).map(
    (name) => `declare const ${name}: ${surroundings[name] ?? ''};`,
  );
  const head = [...own, ...fromAround, ...fromEntries, ...fromRxjs, ...fromTypes, ...ambient];
  return `${head.join('\n')}\nexport {};\n${code}`;
};
