import * as O from 'fp-ts/lib/Option.js';
import fc from 'fast-check';
import {
  add,
  compare,
  decimal,
  decimalOf,
  divide,
  floorTo,
  formatDecimal,
  isMultipleOf,
  multiply,
  parseDecimal,
  rescale,
  subtract,
  sum,
  trim,
} from '../../../src/simulator/market/decimal.ts';

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat({ max: 20 }))
  .map(([units, scale]) => decimalOf(units, scale));
const positive = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.nat({ max: 12 }))
  .map(([units, scale]) => decimalOf(units, scale));

describe('decimal', () => {
  it.each([
    ['104300.00', '104300.00'],
    ['-0.050', '-0.050'],
    [1e-8, '0.00000001'],
    ['1.5E3', '1500'],
    ['.5'.padStart(3, '0'), '0.5'],
    [79228162514264337593543950335n, '79228162514264337593543950335'],
    [0.1, '0.1'],
    ['+7.', '7'],
  ])('reads %p as %s', (input, text) => {
    expect(formatDecimal(decimal(input))).toBe(text);
  });

  it.each([['', 'abc', '1.2.3', '0x10', 'NaN', '1e999', Number.NaN, Infinity, null, undefined, {}, true]])(
    'does not read %p',
    (...inputs) => {
      expect(inputs.filter((input) => O.isSome(parseDecimal(input)))).toEqual([]);
    },
  );

  it('refuses what it cannot read with a RangeError', () => {
    expect(() => decimal('ten')).toThrow(RangeError);
  });

  it('comes back from its text with every digit and zero', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(decimal(formatDecimal(value))).toEqual(value);
      }),
    );
  });

  it('adds, subtracts and multiplies without losing anything', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyDecimal, (a, b, c) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(0);
      }),
    );
  });

  it('compares by value, whatever the zeros at the end', () => {
    fc.assert(
      fc.property(anyDecimal, fc.nat({ max: 10 }), (a, more) => {
        expect(compare(a, rescale(a, a.scale + more))).toBe(0);
        expect(compare(a, add(a, decimalOf(1n, 20)))).toBe(-1);
      }),
    );
  });

  it('divides towards zero, to the digit asked for', () => {
    expect(formatDecimal(divide(decimal('10'), decimal('3'), 4))).toBe('3.3333');
    expect(formatDecimal(divide(decimal('-10'), decimal('3'), 0))).toBe('-3');
    expect(formatDecimal(divide(decimal('1.000000'), decimal('8'), 2))).toBe('0.12');
    expect(formatDecimal(divide(decimal('1'), decimal('0'), 2))).toBe('0.00');
  });

  it('cuts to whole steps from below', () => {
    fc.assert(
      fc.property(positive, positive, (value, step) => {
        const cut = floorTo(value, step);
        const rest = subtract(value, multiply(step, divide(cut, step, 0)));
        expect(isMultipleOf(cut, step)).toBe(true);
        expect(compare(rest, step)).toBe(-1);
        expect(rest.units >= 0n).toBe(true);
      }),
    );
  });

  it('drops zeros at the end down to a scale', () => {
    expect(formatDecimal(trim(decimal('1.2300')))).toBe('1.23');
    expect(formatDecimal(trim(decimal('1.0000'), 2))).toBe('1.00');
    expect(formatDecimal(trim(decimal('1.05'), 4))).toBe('1.05');
  });

  it('sums up nothing to 0', () => {
    expect(formatDecimal(sum([]))).toBe('0');
    expect(formatDecimal(sum([decimal('0.1'), decimal('0.20')]))).toBe('0.30');
  });
});
