import fc from 'fast-check';
import Big from 'big.js';
import {
  add,
  compareScaled,
  divide,
  multiply,
  numberOfScaled,
  scaled,
  subtract,
  textOf,
  zero,
} from '../../../src/codec/scalars/scaled.ts';

const decimal = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: -3, max: 12 }))
  .map(([units, scale]) => Number(`${units}e${-scale}`));

describe('scaled', () => {
  it('reckons as a library of exact decimals does', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [scaled(a), scaled(b)];
        expect(numberOfScaled(add(x, y)) + 0).toBe(Number(new Big(a).plus(b)) + 0);
        expect(numberOfScaled(subtract(x, y)) + 0).toBe(Number(new Big(a).minus(b)) + 0);
        expect(numberOfScaled(multiply(x, y)) + 0).toBe(Number(new Big(a).times(b)) + 0);
        expect(compareScaled(x, y)).toBe(new Big(a).cmp(b));
      }),
    );
  });

  it('reads every number back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(numberOfScaled(scaled(value)) + 0).toBe(value + 0);
      }),
    );
  });

  it('adds what doubles cannot', () => {
    expect(compareScaled(add(scaled(0.1), scaled(0.2)), scaled(0.3))).toBe(0);
    expect(compareScaled(scaled('1.50'), scaled(1.5))).toBe(0);
    expect(compareScaled(zero, scaled('-0.0'))).toBe(0);
  });

  it('divides to 34 digits', () => {
    const Precise = Big();
    Precise.DP = 80;
    const amount = decimal.map(Math.abs);
    fc.assert(
      fc.property(
        amount,
        amount.filter((value) => value > 0),
        (a, b) => {
          const quotient = new Precise(textOf(divide(scaled(a), scaled(b))));
          const rest = quotient.minus(new Precise(a).div(b)).abs();
          expect(rest.lte(new Precise(a).div(b).times('1e-33'))).toBe(true);
        },
      ),
    );
    expect(textOf(divide(scaled(1), scaled(8)))).toBe('0.125');
    expect(textOf(divide(scaled('1e60'), scaled(2)))).toBe(`5${'0'.repeat(59)}`);
    expect(() => divide(scaled(1), zero)).toThrow(RangeError);
  });

  it.each([
    ['104300.00', '104300'],
    ['-0.0', '0'],
    ['-.50', '-0.5'],
    ['1.25e3', '1250'],
    ['1E-8', '0.00000001'],
    ['9007199254740993.10', '9007199254740993.1'],
    ['000', '0'],
    ['+1.5', '1.5'],
  ])('has one text for every spelling: %s', (text, expected) => {
    expect(textOf(scaled(text))).toBe(expected);
  });
});
