import { mayRepairAt, paceAt, rested } from '../../../src/market/book/repairs.ts';

const pause = { first: 5_000, longest: 60_000 };

describe('the pace of repairs', () => {
  it('lets the first begin at once, and doubles the pauses of those that follow up to the longest', () => {
    expect(mayRepairAt(rested, pause)).toBe(-Infinity);
    const starts = [1, 2, 3, 4, 5, 99].map((inARow) => mayRepairAt({ inARow, endedAt: 1_000 }, pause));
    expect(starts).toEqual([6_000, 11_000, 21_000, 41_000, 61_000, 61_000]);
  });

  it('is that of a first one again after a minute in which nothing was wrong', () => {
    const pace = { inARow: 3, endedAt: 1_000 };
    expect(paceAt(pace, 60_999)).toBe(pace);
    expect(paceAt(pace, 61_000)).toBe(rested);
  });
});
