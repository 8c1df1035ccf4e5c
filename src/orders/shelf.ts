/** The id of an order: the `OrderId` of the exchange or the `ClientOrderId` of the sender. */
export type OrderKey = number | bigint;

type Slot<V> = ReadonlyMap<OrderKey, V> | undefined;
type Row<V> = readonly Slot<V>[] | undefined;

/** A map of orders that is never changed: putting one in makes another, which shares nearly all of it. */
export interface Shelf<V> {
  readonly size: number;
  readonly rows: readonly Row<V>[];
}

const width = 32;
const nothing: readonly undefined[] = Array.from({ length: width });

/** With nothing in it. */
export const emptyShelf: Shelf<never> = { size: 0, rows: nothing };

/** Ids follow each other, so their last bits spread them. */
const lastBits = (key: OrderKey): number =>
  typeof key === 'number' ? key & 1_023 : Number(BigInt.asUintN(10, key));
const rowOf = (key: OrderKey): number => lastBits(key) % width;
const slotOf = (key: OrderKey): number => lastBits(key) >> 5;

/** What stands at a key. */
export const get = <V>(shelf: Shelf<V>, key: OrderKey): V | undefined =>
  shelf.rows[rowOf(key)]?.[slotOf(key)]?.get(key);

const replaced = <A>(list: readonly A[], index: number, item: A): readonly A[] => {
  const copy = list.slice();
  copy[index] = item;
  return copy;
};

const withSlot = <V>(shelf: Shelf<V>, key: OrderKey, change: (slot: Map<OrderKey, V>) => void): Shelf<V> => {
  const row: readonly Slot<V>[] = shelf.rows[rowOf(key)] ?? nothing;
  const before = row[slotOf(key)];
  const slot = new Map(before);
  change(slot);
  const size = shelf.size + slot.size - (before?.size ?? 0);
  return { size, rows: replaced(shelf.rows, rowOf(key), replaced(row, slotOf(key), slot)) };
};

/** The same with a value at a key. */
export const put = <V>(shelf: Shelf<V>, key: OrderKey, value: V): Shelf<V> =>
  withSlot(shelf, key, (slot) => slot.set(key, value));

/** The same without what stands at a key. */
export const without = <V>(shelf: Shelf<V>, key: OrderKey): Shelf<V> =>
  get(shelf, key) === undefined ? shelf : withSlot(shelf, key, (slot) => slot.delete(key));

/** All that stands in it, the smallest key first. */
export const entriesOf = <V>(shelf: Shelf<V>): readonly (readonly [OrderKey, V])[] =>
  shelf.rows
    .flatMap((row) => (row ?? []).flatMap((slot) => (slot === undefined ? [] : [...slot])))
    .sort(([a], [b]) => (a > b ? 1 : a < b ? -1 : 0));
