import { isObject } from '../codec/isObject.ts';
import { numberFrom } from '../codec/scalars/numberFrom.ts';
import type { Route } from '../streams/topic.ts';

/** The number in this place of a value that may be anything, or `undefined`. */
export const numberAt = (u: unknown, key: string | number): number | undefined => {
  const value: unknown =
    Array.isArray(u) || isObject(u) ? (u as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof value === 'number' ? value : numberFrom(value);
};

const asRoute = (id: number | undefined): Route => (id === undefined ? undefined : String(id));

/** Finds the route in an object that could not be read, by the key that it should have there. */
export const routeAt =
  (key: string) =>
  (u: unknown): Route =>
    asRoute(numberAt(u, key));

/** Finds the route in rows that could not be read: the first that has a number in the column. */
export const routeInRows =
  (column: string | number) =>
  (u: unknown): Route =>
    Array.isArray(u)
      ? asRoute(u.map((row) => numberAt(row, column)).find((id) => id !== undefined))
      : undefined;
