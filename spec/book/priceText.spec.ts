import * as fc from 'fast-check';
import { priceText, quantityText } from '../../src/book/priceText.ts';
import { readDigits } from '../../src/json/exactJson.ts';

/** A decimal of so many steps, as an exchange writes it. */
const written = (steps: number, places: number): string => {
  const digits = String(steps).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

describe('priceText', () => {
  it('has the zeros that a number has lost', () => {
    expect(priceText({ PriceIncrement: 0.01 }, 104_300)).toBe('104300.00');
    expect(priceText({ PriceIncrement: 1 }, 104_300)).toBe('104300');
    expect(priceText({ PriceIncrement: 0.5 }, 0.5)).toBe('0.5');
    expect(priceText({ PriceIncrement: 1e-8 }, 0.00000123)).toBe('0.00000123');
    expect(priceText({ PriceIncrement: 25 }, 104_300)).toBe('104300');
    expect(priceText({ PriceIncrement: 1e21 }, 0)).toBe('0');
    expect(priceText({ PriceIncrement: 0.01 }, -1.5)).toBe('-1.50');
  });

  it('gives the text of every multiple below 2^52 steps back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 - 1 }), fc.nat(18), (steps, places) => {
        const text = written(steps, places);
        expect(priceText({ PriceIncrement: Number(`1e-${places}`) }, Number(text))).toBe(text);
      }),
      { numRuns: 10_000 },
    );
  });

  it('says that it cannot tell from 2^52 steps on', () => {
    expect(priceText({ PriceIncrement: 1 }, 2 ** 52)).toBeUndefined();
    expect(priceText({ PriceIncrement: 1e-8 }, 2 ** 52 / 1e8)).toBeUndefined();
    expect(priceText({ PriceIncrement: 1 }, Infinity)).toBeUndefined();
    expect(priceText({ PriceIncrement: 1 }, NaN)).toBeUndefined();
  });

  it('says that it cannot tell of what is no number, or of more places than a number is written with', () => {
    const tells = (increment: number, value: number) => priceText({ PriceIncrement: increment }, value);
    expect([NaN, Infinity, -Infinity].map((value) => tells(0.01, value))).toEqual(Array(3).fill(undefined));
    expect(tells(1e-101, 0)).toBeUndefined();
    expect([tells(0.01, -0), tells(0.01, -1.5), tells(25, 104_325)]).toEqual(['0.00', '-1.50', '104325']);
  });

  it('says that it cannot tell between two steps, or without an increment', () => {
    expect(priceText({ PriceIncrement: 0.01 }, 1.005)).toBeUndefined();
    expect(priceText({}, 1)).toBeUndefined();
    expect(priceText({ PriceIncrement: 0 }, 1)).toBeUndefined();
  });
});

describe('quantityText', () => {
  it('has the places of the quantity increment', () => {
    expect(quantityText({ QuantityIncrement: 0.00000001 }, 0.5)).toBe('0.50000000');
  });

  it('takes zeros at the end of an increment that was read exactly for none', () => {
    const [QuantityIncrement] = readDigits('[0.0100]') as readonly number[];
    if (QuantityIncrement === undefined) throw new Error('one was written');
    expect(quantityText({ QuantityIncrement }, 0.5)).toBe('0.50');
  });
});
