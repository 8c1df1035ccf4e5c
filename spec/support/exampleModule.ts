import { join } from 'node:path';
import * as rxjs from 'rxjs';
import * as ts from 'typescript';
import type { Example } from './examples.ts';
import { publicNames } from './publicNames.ts';

const root = join(__dirname, '../..');

/** The entry points by the name that a user imports them by. */
export const entryPoints: Readonly<Record<string, string>> = {
  'notbank-rx': join(root, 'src/index.ts'),
  'notbank-rx/simulator': join(root, 'src/simulator/index.ts'),
  'notbank-rx/simulator/node': join(root, 'src/simulator/node.ts'),
  'notbank-rx/testing': join(root, 'src/testing/index.ts'),
};

/** What stands around an example and is not its point. */
const surroundings: Readonly<Record<string, string>> = {
  client: "import('notbank-rx').Client",
  exchange: "import('notbank-rx/testing').ScriptedExchange",
  frame$: "import('rxjs').Observable<import('notbank-rx').Frame>",
  apiKey: 'string',
  secret: 'string',
  userId: 'number',
  username: 'string',
  password: 'string',
  sessionToken: 'string',
  askForCode$: "import('rxjs').Observable<string>",
};

interface Names {
  readonly used: ReadonlySet<string>;
  readonly declared: ReadonlySet<string>;
}

const namesIn = (code: string): Names => {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
      const isDeclared =
        (ts.isVariableDeclaration(parent) ||
          ts.isParameter(parent) ||
          ts.isBindingElement(parent) ||
          ts.isImportSpecifier(parent) ||
          ts.isNamespaceImport(parent) ||
          ts.isTypeAliasDeclaration(parent) ||
          ts.isInterfaceDeclaration(parent)) &&
        parent.name === node;
      if (isDeclared) declared.add(node.text);
      else if (!isMember && !isKey) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('example.mts', code, ts.ScriptTarget.Latest, true));
  return { used, declared };
};

const importOf = (names: readonly string[], from: string): readonly string[] =>
  names.length === 0 ? [] : [`import { ${names.join(', ')} } from '${from}';`];

/**
 * The module that an example is a part of: what it uses and does not declare is imported, from the file in whose
 * docblock it stands, an entry point, rxjs or io-ts, or is declared as a surrounding.
 */
export const moduleOf = ({ file, code }: Example): string => {
  const { used, declared } = namesIn(code);
  const missing = new Set([...used].filter((name) => !declared.has(name)));
  const take = (known: readonly string[]): readonly string[] =>
    known.filter((name) => missing.delete(name)).sort();
  const isIoTs = missing.delete('t');
  const own = file.startsWith('src/') ? importOf(take(publicNames(join(root, file))), join(root, file)) : [];
  const imports = Object.entries(entryPoints).flatMap(([name, path]) =>
    importOf(take(publicNames(path)), name),
  );
  const fromRxjs = importOf(take(Object.keys(rxjs)), 'rxjs');
  const ambient = take(Object.keys(surroundings)).map(
    (name) => `declare const ${name}: ${surroundings[name] ?? ''};`,
  );
  const head = [
    ...own,
    ...imports,
    ...fromRxjs,
    ...(isIoTs ? ["import * as t from 'io-ts';"] : []),
    ...ambient,
  ];
  return `${head.join('\n')}\nexport {};\n${code}`;
};
