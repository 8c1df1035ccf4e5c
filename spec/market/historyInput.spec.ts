import { isCount, wrongHistory } from '../../src/market/historyInput.ts';

describe('the past that is wanted', () => {
  it('is counted by an integer of 0 or more', () => {
    expect([0, 7, -1, 1.5, NaN, Infinity, '7', undefined].map(isCount)).toEqual([
      true,
      true,
      ...Array.from({ length: 6 }, () => false),
    ]);
  });

  it.each([
    [-1, '-1'],
    [{ from: new Date(NaN) }, 'an object without a valid Date'],
    [null, 'null'],
  ])('is refused with what was found: %j', (history, found) => {
    expect(wrongHistory('F', 'a count', history)).toMatchObject({
      call: 'F',
      mismatches: [{ path: 'history', expected: 'a count', found }],
    });
  });
});
