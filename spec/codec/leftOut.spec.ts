import { lacking, leftOut } from '../../src/codec/leftOut.ts';

describe('leftOut', () => {
  it('is 0 of a whole list, and of any other', () => {
    expect([[], [1], lacking([1], 0)].map(leftOut)).toEqual([0, 0, 0]);
  });

  it('is how many rows a list lacks, of that list alone', () => {
    const list = lacking([1, 2], 3);
    expect(list).toEqual([1, 2]);
    expect([leftOut(list), leftOut([...list])]).toEqual([3, 0]);
    expect(leftOut(lacking([], Infinity))).toBe(Infinity);
  });
});
