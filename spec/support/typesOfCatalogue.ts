import * as ts from 'typescript';
import type { Editor } from './editor.ts';

/** A function or a stream that is exported, and the types of what it takes and of what comes of it. */
export interface Entry {
  readonly name: string;
  /** How it is called, up to its parameters. */
  readonly start: string;
  readonly request: ts.Type;
  readonly reply: ts.Type;
}

const verbs: ReadonlyMap<string | undefined, string> = new Map([
  ['Endpoint', 'request$'],
  ['Topic', 'subscribe$'],
]);

const files = [
  ['main', 'index.d.ts'],
  ['other', 'alphapoint/index.d.ts'],
] as const;

/** The head of a text that calls the entries. */
export const head = `
import * as main from './index.ts';
import * as other from './alphapoint/index.ts';
declare const client: main.Client;
`;

/** Every function and every stream that the package exports. */
export const entriesOf = ({ exportsOf, program }: Editor): readonly Entry[] => {
  const checker = program().getTypeChecker();
  return files.flatMap(([module, file]) =>
    exportsOf(file).flatMap((exported): readonly Entry[] => {
      const { Alias, Value } = ts.SymbolFlags;
      const symbol = (exported.flags & Alias) === 0 ? exported : checker.getAliasedSymbol(exported);
      if ((symbol.flags & Value) === 0) return [];
      const type = checker.getTypeOfSymbol(symbol);
      const verb = verbs.get(type.getSymbol()?.name);
      if (verb === undefined) return [];
      const [request, reply] = checker.getTypeArguments(type as ts.TypeReference);
      if (request === undefined || reply === undefined) throw new Error(`${exported.name} has no types`);
      const start = `main.${verb}(client, ${module}.${exported.name}, `;
      return [{ name: exported.name, start, request, reply }];
    }),
  );
};

const { TypeFlags: Is } = ts;
const scalar =
  Is.StringLike |
  Is.NumberLike |
  Is.BigIntLike |
  Is.BooleanLike |
  Is.Null |
  Is.Undefined |
  Is.Any |
  Is.Unknown;

/** Whether it has no fields of ours: a text, a number and the like, also with a mark on it, and a `Date`. */
export const isScalar = (type: ts.Type): boolean =>
  (type.flags & scalar) !== 0 ||
  type.getSymbol()?.name === 'Date' ||
  (type.isIntersection() && type.types.some(isScalar));

/** The types that a union is of, or the type alone. */
export const membersOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

/** The types of what is in a list; `undefined` of what is none. */
export const itemsOf = (checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] | undefined =>
  checker.isArrayType(type) || checker.isTupleType(type)
    ? checker.getTypeArguments(type as ts.TypeReference)
    : undefined;
