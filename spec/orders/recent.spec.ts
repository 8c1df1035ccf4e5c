import fc from 'fast-check';
import {
  emptyRecent,
  entriesOfRecent,
  getRecent,
  putRecent,
  type Recent,
  withoutRecent,
} from '../../src/orders/recent.ts';
import { entriesOf } from '../../src/orders/shelf.ts';

describe('recent', () => {
  it('keeps the last ones, never more than twice as many, and names each that goes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.nat(40), { maxLength: 80 }), (most, keys) => {
        let recent: Recent<number> = emptyRecent(most);
        const gone = new Set<unknown>();
        keys.forEach((key, index) => {
          const [next, dropped] = putRecent(recent, key, index);
          recent = next;
          gone.delete(key);
          for (const [other] of entriesOf(dropped)) if (other !== key) gone.add(other);
          const last = [...new Set(keys.slice(0, index + 1).reverse())].slice(0, most);
          for (const one of last) expect(getRecent(recent, one)).toBe(keys.lastIndexOf(one, index));
          expect(entriesOfRecent(recent).length).toBeLessThanOrEqual(2 * most);
        });
        for (const key of keys) expect(getRecent(recent, key) === undefined).toBe(gone.has(key));
      }),
    );
  });

  it('lets go of what is taken out', () => {
    const [recent] = putRecent(emptyRecent(2), 1, 'one');

    expect(getRecent(withoutRecent(recent, 1), 1)).toBe(undefined);
  });
});
