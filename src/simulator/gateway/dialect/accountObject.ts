import { type Decimal, formatDecimal, isDecimal } from '../../market/decimal.ts';
import { withDecimals } from './decimals.ts';
import type { Dialect } from './dialect.ts';

const asText = (dialect: Dialect, value: unknown): unknown => {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isDecimal(value)) return formatDecimal(withDecimals(dialect, value) as Decimal);
  if (Array.isArray(value)) return value.map((inner) => asText(dialect, inner));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(dialect, inner)]));
};

/** What is told of an account as the dialect has it: one object, or several. */
export const accountObject = (dialect: Dialect, payload: unknown): unknown =>
  dialect.accountNumbers === 'text' ? asText(dialect, payload) : payload;
