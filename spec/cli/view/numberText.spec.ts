import { numberText } from '../../../src/cli/view/numberText.ts';

describe('numberText', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1200, '1200'],
    [12.5, '12.5'],
    [0.00001, '0.00001'],
    [0.1 + 0.2, '0.3'],
    [-3.14, '-3.14'],
    [Infinity, '-'],
    [NaN, '-'],
  ])('of %d is %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('has as many places as it may', () => {
    expect(numberText(104_283.2451, 2)).toBe('104283.25');
  });
});
