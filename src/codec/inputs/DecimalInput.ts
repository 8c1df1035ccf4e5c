import { input } from './input.ts';

const plain = /^-?\d+(?:\.\d+)?$/;

const isDecimal = (u: unknown): u is number | string =>
  typeof u === 'number' ? Number.isFinite(u) : typeof u === 'string' && plain.test(u);

/** Moves the point of `1.5e-7` or `1e+21` to where the exponent says. */
const withoutExponent = (text: string): string => {
  const [mantissa = '', exponent = ''] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  return point > 0
    ? sign + digits.padEnd(point, '0')
    : `${sign}0.${digits.padStart(digits.length - point, '0')}`;
};

const write = (value: number | string): number | string => {
  if (typeof value === 'string') return value;
  const text = String(value);
  return text.includes('e') ? withoutExponent(text) : value;
};

/**
 * A price, a quantity, an amount to send. A `number` is sent as one, or as text where JSON would write it with an
 * exponent; a text must be a plain decimal number and travels untouched, digit for digit.
 *
 * @example
 * DecimalInput.encode('0.10'); // '0.10'
 * DecimalInput.encode(1e-8); // '0.00000001'
 */
export const DecimalInput = input('a decimal number, or one as text such as "0.10"', isDecimal, write);
