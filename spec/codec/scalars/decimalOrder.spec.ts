import * as fc from 'fast-check';
import type { Decimal } from '../../../src/codec/scalars/Decimal.ts';
import { compareDecimals, isZero } from '../../../src/codec/scalars/decimalOrder.ts';
import { digits } from '../../../src/json/Digits.ts';

/** A decimal by definition: units × 10^-scale. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

const spelt = ({ units, scale }: Scaled): string => {
  const text = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${text.slice(text.length - scale)}`}`;
};

const withExponent = ({ units, scale }: Scaled): string => `${units}E${-scale}`;

const compareScaled = (a: Scaled, b: Scaled): number => {
  const difference = a.units * 10n ** BigInt(b.scale) - b.units * 10n ** BigInt(a.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

const scaled = fc
  .tuple(
    fc.oneof(fc.bigInt({ min: -20n, max: 20n }), fc.bigInt({ min: -(10n ** 29n), max: 10n ** 29n })),
    fc.nat(28),
    fc.nat(3),
  )
  .map(([units, scale, zeros]) => ({ units: units * 10n ** BigInt(zeros), scale: scale + zeros }));
const asDecimal = (text: string): Decimal => digits(text) as unknown as Decimal;
const spelling = fc.constantFrom(spelt, withExponent);

describe('the order of decimals', () => {
  it('is that of the numbers, to the last digit and in any spelling', () => {
    fc.assert(
      fc.property(scaled, scaled, spelling, spelling, (a, b, spellA, spellB) => {
        const order = Math.sign(compareDecimals(asDecimal(spellA(a)), asDecimal(spellB(b))));
        expect(order + 0).toBe(compareScaled(a, b));
      }),
    );
  });

  it('tells apart what no number can', () => {
    const a = asDecimal('0.1234567890123456789012345678');
    const b = asDecimal('0.1234567890123456789012345679');
    expect(Number(a)).toBe(Number(b));
    expect(compareDecimals(a, b)).toBeLessThan(0);
  });

  it('is the plain one of plain numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        expect(compareDecimals(a, b)).toBe(a - b);
        expect(isZero(a)).toBe(a === 0);
      }),
    );
  });

  it.each(['0', '0.000', '-0', '-0.0', '0E-8', '.0'])('takes %s for zero', (text) => {
    expect(isZero(asDecimal(text))).toBe(true);
  });

  it.each(['0.001', '1E-400', '-0.10'])('does not take %s for zero', (text) => {
    expect(isZero(asDecimal(text))).toBe(false);
  });
});
