import { type Field, type Places, placesOf, type Check } from './check.ts';
import { kept, type Standing, standingOfAll, type Value } from './standing.ts';

const { getOwnPropertyNames, getPrototypeOf, prototype } = Object;

/** The keys of an object in their order, and what stands under each. */
export interface Layout {
  readonly keys: readonly string[];
  readonly places: Places;
  /** By how many of the keys an object had: what it comes to that it had no more. */
  readonly ends: (End | undefined)[];
}

interface End {
  /** Whether all fields were met. */
  readonly isWhole: boolean;
  /** What it comes to that a bare object has no others. */
  readonly standing: Standing;
}

/** The check of what stands under a key. */
export type CheckOfKey = (key: string) => Check;

/** A layout of these keys, each with its check, of which no object has been met. */
export const layoutOf = (keys: readonly string[], checkOfKey: CheckOfKey): Layout => ({
  keys,
  places: placesOf(keys.map(checkOfKey)),
  ends: [],
});

const endAfter = (keys: readonly string[], fields: readonly Field[]): End => {
  const absent = fields.filter(({ key }) => !keys.includes(key));
  return { isWhole: absent.length === 0, standing: standingOfAll(absent, {}) };
};

/** Whether an object has nothing but so many keys that were met: none hidden, and no prototype but that of `{}`. */
const isBare = (u: Value, count: number): boolean =>
  getPrototypeOf(u) === prototype && getOwnPropertyNames(u).length === count;

/** What becomes of the fields of an object that are not among the keys met; `undefined` where it may hide some. */
export const standingAfter = (
  { keys, ends }: Layout,
  met: number,
  fields: readonly Field[],
  u: Value,
): Standing | undefined => {
  const { isWhole, standing } = (ends[met] ??= endAfter(keys.slice(0, met), fields));
  return isWhole ? kept : isBare(u, met) ? standing : undefined;
};

const keysIn = (u: Value): readonly string[] => {
  const keys: string[] = [];
  for (const key in u) keys.push(key);
  return keys;
};

/** After so many different layouts they are taken to be without rule, and so is an object of so many keys. */
const maxLayouts = 32;
const maxKeys = 512;

const hasKeys = ({ keys }: Layout, start: readonly string[], key: string): boolean =>
  keys[start.length] === key && start.every((other, index) => other === keys[index]);

/**
 * The layout, out of those seen, of an object with these first keys and then another one; else a new one is added.
 * `undefined` where there are too many.
 */
export const turned = (
  layouts: Layout[],
  start: readonly string[],
  key: string,
  u: Value,
  checkOfKey: CheckOfKey,
): Layout | undefined => {
  const seen = layouts.find((layout) => hasKeys(layout, start, key));
  if (seen !== undefined) return seen;
  const keys = keysIn(u);
  if (layouts.length === maxLayouts || keys.length > maxKeys) return undefined;
  const made = layoutOf(keys, checkOfKey);
  layouts.push(made);
  return made;
};
