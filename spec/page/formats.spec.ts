import { digitsOf } from '../../examples/browser/page/formats.ts';

describe('digitsOf', () => {
  it.each([
    [1, 0],
    [10, 0],
    [0.5, 1],
    [0.01, 2],
    [0.05, 2],
    [0.001, 3],
    [0.000001, 6],
    [1e-8, 8],
  ])('a multiple of %p has %p', (increment, digits) => {
    expect(digitsOf(increment)).toBe(digits);
  });
});
