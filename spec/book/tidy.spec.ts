import * as fc from 'fast-check';
import { tidy } from '../../src/book/tidy.ts';

describe('tidy', () => {
  it('takes the dust off sums and differences', () => {
    expect(tidy(0.1 + 0.2)).toBe(0.3);
    expect(tidy(104_300.1 - 104_300, 104_300.1)).toBe(0.1);
  });

  it('leaves a decimal of up to 15 digits as it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
        fc.nat(12),
        (units, places) => {
          const value = Number(`${units}e-${places}`);
          expect(tidy(value)).toBe(value);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('loses no digit just below a power of ten', () => {
    for (const value of [9_999_999_999_999.98, 99_999_999_999_999.9, 0.0999999999999999])
      expect(tidy(value)).toBe(value);
  });

  it('makes of a difference of decimals the decimal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e14 }),
        fc.integer({ min: 1, max: 1e14 }),
        fc.nat(9),
        (a, b, places) => {
          const [x, y] = [Number(`${a}e-${places}`), Number(`${b}e-${places}`)];
          expect(tidy(x - y, Math.max(x, y))).toBe(Number(`${a - b}e-${places}`));
        },
      ),
    );
  });

  it('leaves what it cannot round as it is', () => {
    for (const value of [0, Infinity, -Infinity, 2 ** 60, NaN]) expect(tidy(value)).toBe(value);
  });
});
