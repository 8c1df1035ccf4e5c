import * as ts from 'typescript';
import { isScalar, itemsOf, membersOf } from './typesOfCatalogue.ts';

/** A field by its path, such as `[].Key`, and its sentence; empty where it has none. */
export type Sentence = readonly [path: string, text: string];

/** The sentence of every field in a type, and of the fields of all that is in it. */
export const sentencesOf = (checker: ts.TypeChecker, whole: ts.Type): readonly Sentence[] => {
  const seen = new Set<ts.Type>();
  const within = (type: ts.Type, path: string): readonly Sentence[] => {
    if (seen.has(type) || isScalar(type)) return [];
    seen.add(type);
    if (type.isUnion()) return membersOf(type).flatMap((member) => within(member, path));
    const items = itemsOf(checker, type);
    if (items !== undefined) return items.flatMap((item) => within(item, `${path}[]`));
    const values = type.getStringIndexType();
    return [
      ...(values === undefined ? [] : within(values, `${path}{}`)),
      ...type.getProperties().flatMap((field) => {
        const place = path === '' ? field.name : `${path}.${field.name}`;
        const text = ts.displayPartsToString(field.getDocumentationComment(checker));
        return [[place, text] as const, ...within(checker.getTypeOfSymbol(field), place)];
      }),
    ];
  };
  return within(whole, '');
};
