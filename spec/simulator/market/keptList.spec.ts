import * as fc from 'fast-check';
import { createKeptList } from '../../../src/simulator/market/keptList.ts';

describe('a list of which only the last is kept', () => {
  it('has the last items, oldest first, however many there were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.integer()), (most, items) => {
        const list = createKeptList<number>(most);
        items.forEach((item, index) => {
          list.push(item);
          expect(list.items()).toEqual(items.slice(Math.max(0, index + 1 - most), index + 1));
          expect(list.last()).toBe(item);
        });
      }),
    );
    expect(createKeptList(3).items()).toEqual([]);
    expect(createKeptList(3).last()).toBeUndefined();
  });

  it('gives what was given as it was, whatever comes after', () => {
    const list = createKeptList<number>(2);
    [1, 2, 3].forEach(list.push);
    const before = list.items();
    [4, 5, 6].forEach(list.push);

    expect(before).toEqual([2, 3]);
  });
});
