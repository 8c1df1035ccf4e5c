import { type Decimal, formatDecimal, isDecimal, rescale, trim } from '../../market/decimal.ts';
import type { Dialect } from './dialect.ts';

/** How many digits the gateway's decimals can have. */
const mostDigits = 28;

const longest = (value: Decimal): Decimal => {
  const digits = formatDecimal(value).replace(/^-?0*(?=\d)|\./g, '').length;
  return digits >= mostDigits ? value : rescale(value, value.scale + mostDigits - digits);
};

const inStyle: Readonly<Record<Dialect['decimals'], (value: Decimal) => Decimal>> = {
  increment: (value) => value,
  shortest: (value) => trim(value),
  longest,
};

/** A value with every decimal replaced, however deep it lies. */
const mapDecimals = (value: unknown, change: (value: Decimal) => unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (isDecimal(value)) return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapDecimals(inner, change));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapDecimals(inner, change)]));
};

/** A payload whose decimals have the digits that the dialect gives them; their values stay. */
export const withDecimals = ({ decimals }: Dialect, payload: unknown): unknown =>
  decimals === 'increment' ? payload : mapDecimals(payload, inStyle[decimals]);
