import { isObject } from '../codec/isObject.ts';
import { numberFrom } from '../codec/scalars/numberFrom.ts';
import type { Route } from '../streams/topicEvent.ts';

/** The number under a key or index of any value; `undefined` if there is none. */
export const numberAt = (u: unknown, key: string | number): number | undefined => {
  const value: unknown =
    Array.isArray(u) || isObject(u) ? (u as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof value === 'number' ? value : numberFrom(value);
};

const asRoutes = (id: number | undefined): readonly Route[] => (id === undefined ? [] : [String(id)]);

/** Finds the route of an object that could not be decoded, by the given key. */
export const routeAt =
  (key: string) =>
  (u: unknown): readonly Route[] =>
    asRoutes(numberAt(u, key));

/** Finds the route of rows that could not be decoded: that of the first row with a number in the column. */
export const routeInRows =
  (column: string | number) =>
  (u: unknown): readonly Route[] =>
    Array.isArray(u) ? asRoutes(u.map((row) => numberAt(row, column)).find((id) => id !== undefined)) : [];

/**
 * Splits rows that could not be decoded together by their ids, so that a bad row of one stream does not harm another.
 * Rows without an id form one part.
 */
export const rowsApart =
  (idOf: (row: unknown) => number | string | undefined) =>
  (u: unknown): readonly unknown[] => {
    if (!Array.isArray(u)) return [u];
    const parts = new Map<number | string | undefined, unknown[]>();
    for (const row of u as readonly unknown[]) {
      const id = idOf(row);
      parts.set(id, [...(parts.get(id) ?? []), row]);
    }
    return [...parts.values()];
  };

/** Splits rows by the number in a column. */
export const apartBy = (column: string | number): ((u: unknown) => readonly unknown[]) =>
  rowsApart((row) => numberAt(row, column));
