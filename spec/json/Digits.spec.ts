import * as fc from 'fast-check';
import { digits, digitsFrom, isDigits, numberOf, withoutDigits } from '../../src/json/Digits.ts';

describe('digits', () => {
  it('keep their text, and are reckoned with as the number next to it', () => {
    const price = digits('104300.00');
    expect([price.text, String(price), Number(price)]).toEqual(['104300.00', '104300.00', 104300]);
    expect(`${price as unknown as number}`).toBe('104300.00');
  });

  it('are told from everything that an exchange can write', () => {
    expect(isDigits(digits('1'))).toBe(true);
    fc.assert(fc.property(fc.jsonValue(), (value) => !isDigits(value)));
    expect(isDigits({ ...digits('1') })).toBe(false);
  });

  it.each(['1', '-0.10', '1.1381543994360000000000000000', '1E-8', '.5', '+5'])(
    'are read from the text %s',
    (text) => {
      expect(digitsFrom(text)?.text).toBe(text);
    },
  );

  it.each([[''], ['abc'], ['0x10'], ['1,5'], [null], [undefined], [true], [NaN], [Infinity], [{}]])(
    'are not read from %p',
    (u) => {
      expect(digitsFrom(u)).toBeUndefined();
    },
  );

  it('stand for a number, or for a bigint where no number is that integer', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), (integer) => {
        const value = numberOf(String(integer));
        expect(BigInt(value)).toBe(integer);
        expect(withoutDigits(digits(String(integer)))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(numberOf(String(value)))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
