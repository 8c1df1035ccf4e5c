import * as ts from 'typescript';
import { isScalar, itemsOf, membersOf } from './typesOfCatalogue.ts';

/** An object as it is written in code, with bars around the name of one of its fields. */
export interface Literal {
  readonly code: string;
  /** Its fields in short: `{ OrderId, |AccountId| }`. */
  readonly fields: string;
}

const isNeeded = (field: ts.Symbol): boolean => (field.flags & ts.SymbolFlags.Optional) === 0;
const { TypeFlags: Is } = ts;

/** A value of a type as it is written in code, without what can be left out. */
const valueOf = (checker: ts.TypeChecker, type: ts.Type): string => {
  const [first = type] = membersOf(type).filter(({ flags }) => (flags & (Is.Undefined | Is.Null)) === 0);
  if (first !== type) return valueOf(checker, first);
  if (type.isStringLiteral() || type.isNumberLiteral()) return JSON.stringify(type.value);
  if ((type.flags & Is.BooleanLiteral) !== 0) return checker.typeToString(type);
  if ((type.flags & Is.StringLike) !== 0) return "'x'";
  if ((type.flags & Is.BigIntLike) !== 0) return '1n';
  if (isScalar(type)) return '1';
  const items = itemsOf(checker, type);
  if (items !== undefined) return `[${items.map((item) => valueOf(checker, item)).join(', ')}]`;
  const fields = type.getProperties().filter(isNeeded);
  return `{ ${fields.map((field) => fieldOf(checker, field)).join(', ')} }`;
};

const fieldOf = (checker: ts.TypeChecker, field: ts.Symbol): string =>
  `${field.name}: ${valueOf(checker, checker.getTypeOfSymbol(field))}`;

/** What can only be left out is written by nobody. */
const isWritten = (checker: ts.TypeChecker, field: ts.Symbol): boolean =>
  membersOf(checker.getTypeOfSymbol(field)).some(({ flags }) => (flags & Is.Undefined) === 0);

/**
 * Every object of a type, and every object within it, in each way that its types allow: with one field that is pointed
 * at, and with those that are needed.
 */
export const literalsOf = (checker: ts.TypeChecker, type: ts.Type): readonly Literal[] => {
  if (type.isUnion()) return type.types.flatMap((member) => literalsOf(checker, member));
  if (isScalar(type)) return [];
  const items = itemsOf(checker, type);
  if (items !== undefined) {
    const inList = items.flatMap((item) => literalsOf(checker, item));
    return inList.map(({ code, fields }) => ({ code: `[${code}]`, fields: `[${fields}]` }));
  }
  const all = type.getProperties();
  return all
    .filter((field) => isWritten(checker, field))
    .flatMap((field) => {
      const others = all.filter((other) => isNeeded(other) && other !== field);
      const written = others.map((other) => fieldOf(checker, other));
      const names = others.map(({ name }) => name);
      const object = (fields: readonly string[]): string => `{ ${fields.join(', ')} }`;
      const value = checker.getTypeOfSymbol(field);
      return [
        {
          code: object([...written, `|${field.name}|: ${valueOf(checker, value)}`]),
          fields: object([...names, `|${field.name}|`]),
        },
        ...literalsOf(checker, value).map(({ code, fields }) => ({
          code: object([...written, `${field.name}: ${code}`]),
          fields: object([...names, `${field.name}: ${fields}`]),
        })),
      ];
    });
};
