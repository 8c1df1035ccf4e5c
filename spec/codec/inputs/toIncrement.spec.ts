import { Big } from 'big.js';
import fc from 'fast-check';
import { DecimalInput } from '../../../src/codec/inputs/DecimalInput.ts';
import { type IncrementSide, toIncrement } from '../../../src/codec/inputs/toIncrement.ts';

describe('toIncrement', () => {
  it.each<readonly [string | number, string | number, string, string, string]>([
    ['0.123456', '0.001', '0.123', '0.124', '0.123'],
    ['0.1235', '0.001', '0.123', '0.124', '0.124'],
    ['-0.1235', '0.001', '-0.123', '-0.124', '-0.124'],
    ['104300.005', '0.01', '104300.00', '104300.01', '104300.01'],
    ['7', '0.25', '7.00', '7.00', '7.00'],
    ['7.1', '2.5', '5.0', '7.5', '7.5'],
    ['1234', '100', '1200', '1300', '1200'],
    ['1234', '1e2', '1200', '1300', '1200'],
    ['1e-8', '0.00000001', '0.00000001', '0.00000001', '0.00000001'],
    [1e-8, 1e-9, '0.000000010', '0.000000010', '0.000000010'],
    [1e21, 1, '1000000000000000000000', '1000000000000000000000', '1000000000000000000000'],
    ['0.3', '0.1', '0.3', '0.3', '0.3'],
    [0.1 + 0.2, '0.1', '0.3', '0.4', '0.3'],
    ['0', '0.0000000100000000000000000000', '0.00000000', '0.00000000', '0.00000000'],
    ['-0.001', '0.01', '0.00', '-0.01', '0.00'],
    [-0, '1', '0', '0', '0'],
    ['+.5', '1.', '0', '1', '1'],
    [
      '9007199254740993.123456789',
      '0.000000001',
      '9007199254740993.123456789',
      '9007199254740993.123456789',
      '9007199254740993.123456789',
    ],
  ])('of %p by %p is %s down, %s up and %s at the nearest', (amount, increment, down, up, nearest) => {
    expect((['down', 'up', 'nearest'] as const).map((side) => toIncrement(amount, increment, side))).toEqual([
      down,
      up,
      nearest,
    ]);
  });

  it.each([
    ['1', '0'],
    ['1', '-0.01'],
    ['1', 'NaN'],
    ['1', ''],
    [NaN, '0.01'],
    [Infinity, '0.01'],
    ['abc', '0.01'],
    ['.', '0.01'],
    ['1,5', '0.01'],
    ['1e999999999', '0.01'],
    ['1', '1e-999999999'],
    ['1'.repeat(2000), '1'],
  ])('of %p by %p is nothing', (amount, increment) => {
    expect(toIncrement(amount, increment, 'down')).toBeUndefined();
  });

  it('is a multiple that can be sent, on the side that was asked for and less than one increment away', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -12, max: 20 }))
      .map(([units, exponent]) => `${units}e${-exponent}`);
    const increment = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.integer({ min: -3, max: 18 }))
      .map(([units, exponent]) => `${units}e${-exponent}`);
    const side = fc.constantFrom<IncrementSide>('down', 'up', 'nearest');
    Big.DP = 60;
    fc.assert(
      fc.property(decimal, increment, side, (amount, by, to) => {
        const text = toIncrement(amount, by, to) ?? '';
        expect(DecimalInput.is(text)).toBe(true);
        const [of, step, result] = [new Big(amount), new Big(by), new Big(text)];
        expect(result.mod(step).eq(0)).toBe(true);
        const distance = result.abs().minus(of.abs());
        expect(distance.abs().lt(step)).toBe(true);
        if (to === 'down') expect(distance.lte(0)).toBe(true);
        if (to === 'up') expect(distance.gte(0)).toBe(true);
        if (to === 'nearest') expect(distance.abs().times(2).lte(step)).toBe(true);
        expect(toIncrement(text, by, to)).toBe(text);
      }),
    );
  });
});
