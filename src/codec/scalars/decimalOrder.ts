import type { Decimal } from './Decimal.ts';
import { isDigits } from '../../json/Digits.ts';

/** A number without what its spelling adds: 0.digits × 10^magnitude, the digits without zeros on either side. */
interface Plain {
  readonly sign: -1 | 0 | 1;
  readonly magnitude: number;
  readonly digits: string;
}

const parts = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

const plainOf = (text: string): Plain => {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts.exec(text) ?? [];
  const all = (whole + fraction).replace(/0+$/, '');
  const digits = all.replace(/^0+/, '');
  const magnitude = whole.length - (all.length - digits.length) + Number(exponent);
  return digits === ''
    ? { sign: 0, magnitude: 0, digits }
    : { sign: sign === '-' ? -1 : 1, magnitude, digits };
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Less than 0, 0 or more than 0 as `a` is less than, equal to or more than `b`, to the last digit. */
export const compareDecimals = (a: Decimal, b: Decimal): number => {
  if (!isDigits(a) && !isDigits(b)) return a - b;
  const [x, y] = [plainOf(String(a)), plainOf(String(b))];
  if (x.sign !== y.sign) return x.sign - y.sign;
  return x.sign * (x.magnitude - y.magnitude || compareText(x.digits, y.digits));
};

/** Says whether a decimal is zero, in whatever spelling. */
export const isZero = (value: Decimal): boolean =>
  isDigits(value) ? plainOf(value.text).sign === 0 : value === 0;
