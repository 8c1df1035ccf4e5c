import { formatDecimal, isDecimal } from './decimal.ts';

const member = ([key, value]: readonly [key: string, value: unknown]): string =>
  `${JSON.stringify(key)}:${wireText(value)}`;

/**
 * JSON text with exact numbers: a decimal keeps its trailing zeros, a bigint all its digits. Members that are
 * `undefined` are left out; everything else is written as JSON.stringify would.
 *
 * @example
 * wireText({ Price: decimal('104300.00'), ReceiveTimeTicks: 638168047970250300n });
 * // '{"Price":104300.00,"ReceiveTimeTicks":638168047970250300}'
 */
export const wireText = (value: unknown): string => {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (isDecimal(value)) return formatDecimal(value);
  if (Array.isArray(value)) return `[${value.map(wireText).join(',')}]`;
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${members.map(member).join(',')}}`;
};
