import * as fc from 'fast-check';
import { fitsIn } from '../../src/orders/fitsIn.ts';

describe('fitsIn', () => {
  it.each([
    ['one more of none', 1, [], 1, 0],
    ['one more after one, where one may', 1, [400], 1, 500],
    ['one more, where the oldest is to leave', 2, [100, 400], 1, 200],
    ['a list, where two are to leave', 2, [100, 400], 2, 500],
    ['one more where there is room', 3, [100, 400], 1, 0],
    ['a list that is more than may ever be', 2, [], 3, Infinity],
    ['anything where nothing may', 0, [], 1, Infinity],
    ['anything where all may', Infinity, [100, 400], 99, 0],
  ])('tells %s', (_what, perSecond, sentAt, count, expected) => {
    expect(fitsIn(perSecond, sentAt, count, 900)).toBe(expected);
  });

  it('is the first moment at which so many more are within the rate', () => {
    const times = fc
      .array(fc.integer({ min: 1, max: 1_000 }), { maxLength: 8 })
      .map((some) => some.sort((a, b) => a - b));
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        (sentAt, most, count) => {
          const isWithin = (at: number): boolean =>
            sentAt.filter((time) => at - time < 1_000).length + count <= most;
          const wait = fitsIn(most, sentAt, count, 1_000);
          if (wait === Infinity) return count > most;
          return isWithin(1_000 + wait) && (wait === 0 || !isWithin(999 + wait));
        },
      ),
    );
  });
});
