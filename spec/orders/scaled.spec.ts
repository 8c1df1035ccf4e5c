import fc from 'fast-check';
import Big from 'big.js';
import { add, compareScaled, multiply, numberFrom, scaled, subtract, zero } from '../../src/orders/scaled.ts';

const decimal = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: -3, max: 12 }))
  .map(([units, scale]) => Number(`${units}e${-scale}`));

describe('scaled', () => {
  it('reckons as a library of exact decimals does', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [scaled(a), scaled(b)];
        expect(numberFrom(add(x, y)) + 0).toBe(Number(new Big(a).plus(b)) + 0);
        expect(numberFrom(subtract(x, y)) + 0).toBe(Number(new Big(a).minus(b)) + 0);
        expect(numberFrom(multiply(x, y)) + 0).toBe(Number(new Big(a).times(b)) + 0);
        expect(compareScaled(x, y)).toBe(new Big(a).cmp(b));
      }),
    );
  });

  it('reads every number back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(numberFrom(scaled(value)) + 0).toBe(value + 0);
      }),
    );
  });

  it('adds what doubles cannot', () => {
    expect(compareScaled(add(scaled(0.1), scaled(0.2)), scaled(0.3))).toBe(0);
    expect(compareScaled(scaled('1.50'), scaled(1.5))).toBe(0);
    expect(compareScaled(zero, scaled('-0.0'))).toBe(0);
  });
});
