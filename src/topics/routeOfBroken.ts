import { isObject } from '../codec/isObject.ts';
import { numberFrom } from '../codec/scalars/numberFrom.ts';
import type { Route } from '../streams/topicEvent.ts';

/** The number in this place of a value that may be anything, or `undefined`. */
export const numberAt = (u: unknown, key: string | number): number | undefined => {
  const value: unknown =
    Array.isArray(u) || isObject(u) ? (u as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof value === 'number' ? value : numberFrom(value);
};

const asRoutes = (id: number | undefined): readonly Route[] => (id === undefined ? [] : [String(id)]);

/** Finds the route in an object that could not be read, by the key that it should have there. */
export const routeAt =
  (key: string) =>
  (u: unknown): readonly Route[] =>
    asRoutes(numberAt(u, key));

/** Finds the route in rows that could not be read: the first that has a number in the column. */
export const routeInRows =
  (column: string | number) =>
  (u: unknown): readonly Route[] =>
    Array.isArray(u) ? asRoutes(u.map((row) => numberAt(row, column)).find((id) => id !== undefined)) : [];

/**
 * Takes rows apart that could not be read as a whole, by what they are for, so that a bad row of one harms no other.
 * Rows of which nobody can tell whose they are make a part of their own.
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

/** Takes rows apart by the number in a column. */
export const apartBy = (column: string | number): ((u: unknown) => readonly unknown[]) =>
  rowsApart((row) => numberAt(row, column));
