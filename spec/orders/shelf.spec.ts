import fc from 'fast-check';
import {
  emptyShelf,
  entriesOf,
  get,
  type OrderKey,
  put,
  type Shelf,
  without,
} from '../../src/orders/shelf.ts';

const key = fc.oneof(
  fc.integer({ min: 0, max: 3_000 }),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 53n + 3_000n }),
);
const change = fc.record({ key, value: fc.option(fc.nat(), { nil: undefined }) });

describe('a shelf', () => {
  it('holds what a Map holds, and leaves every shelf before it as it was', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const map = new Map<OrderKey, number>();
        let shelf: Shelf<number> = emptyShelf;
        for (const { key: at, value } of changes) {
          const [before, entries] = [shelf, entriesOf(shelf)];
          shelf = value === undefined ? without(shelf, at) : put(shelf, at, value);
          if (value === undefined) map.delete(at);
          else map.set(at, value);
          expect(entriesOf(before)).toEqual(entries);
          expect(get(shelf, at)).toBe(value);
        }
        expect(shelf.size).toBe(map.size);
        expect(entriesOf(shelf)).toEqual([...map].sort(([a], [b]) => (a > b ? 1 : -1)));
      }),
    );
  });
});
