import { decimalOf } from '../../src/book/decimalText.ts';
import { compareScaled, scaled } from '../../src/codec/scalars/scaled.ts';

describe('a decimal that a caller writes', () => {
  it('is one digit for digit, as text or as a number', () => {
    expect(decimalOf('104300.10')).toEqual(scaled('104300.10'));
    expect(decimalOf(-0.5)).toEqual(scaled('-0.5'));
    expect(decimalOf(1e-7)).toEqual(scaled('0.0000001'));
  });

  it('is none where it is no number', () => {
    expect(['', ' ', '1,5', 'one', '0x10', NaN].map(decimalOf)).toEqual(Array<undefined>(6).fill(undefined));
  });

  it('is beyond all others where it is infinite', () => {
    const [least, most] = [decimalOf(-Infinity), decimalOf(Infinity)];
    if (least === undefined || most === undefined) throw new Error('infinity has its place');
    expect(compareScaled(most, scaled(Number.MAX_VALUE))).toBe(1);
    expect(compareScaled(least, scaled(-Number.MAX_VALUE))).toBe(-1);
  });
});
