import { emptyShelf, entriesOf, get, type OrderKey, put, type Shelf, without } from './shelf.ts';

/** The last things put in, in two generations: when the younger is full, the elder is let go whole. */
export interface Recent<V> {
  readonly young: Shelf<V>;
  readonly old: Shelf<V>;
  /** How many the younger generation holds. */
  readonly most: number;
}

/** With nothing in it; it holds at least `most`, and at most twice as many. */
export const emptyRecent = (most: number): Recent<never> => ({ young: emptyShelf, old: emptyShelf, most });

/** What stands at a key. */
export const getRecent = <V>({ young, old }: Recent<V>, key: OrderKey): V | undefined =>
  get(young, key) ?? get(old, key);

/** The same with a value at a key, and what had to go for it. */
export const putRecent = <V>(
  { young, old, most }: Recent<V>,
  key: OrderKey,
  value: V,
): readonly [Recent<V>, gone: Shelf<V>] => {
  const isFull = young.size >= most && get(young, key) === undefined;
  const kept = without(isFull ? young : old, key);
  return [
    { young: put(isFull ? emptyShelf : young, key, value), old: kept, most },
    isFull ? old : emptyShelf,
  ];
};

/** The same without what stands at a key. */
export const withoutRecent = <V>({ young, old, most }: Recent<V>, key: OrderKey): Recent<V> => ({
  young: without(young, key),
  old: without(old, key),
  most,
});

/** All that stands in it. */
export const entriesOfRecent = <V>({ young, old }: Recent<V>): readonly (readonly [OrderKey, V])[] => [
  ...entriesOf(old),
  ...entriesOf(young),
];
