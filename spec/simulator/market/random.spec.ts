import fc from 'fast-check';
import { createRandom } from '../../../src/simulator/market/random.ts';

const times = <A>(count: number, make: () => A): readonly A[] => Array.from({ length: count }, make);

describe('random', () => {
  it('gives the same for the same seed, and something else for another', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [first, again, other] = [seed, seed, seed + 1].map((from) =>
          times(20, createRandom(from).next),
        );
        expect(again).toEqual(first);
        expect(other).not.toEqual(first);
      }),
    );
  });

  it('stays in its bounds and reaches all of them', () => {
    const random = createRandom(1);
    const drawn = new Set(times(1000, () => random.below(6)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('shuffles without losing anything', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = createRandom(3).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort()).toEqual(items);
  });
});
