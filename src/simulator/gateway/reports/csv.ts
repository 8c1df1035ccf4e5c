import { wireText } from '../../market/wireText.ts';

const cellText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : wireText(value);
};

const cell = (value: unknown): string => `"${cellText(value).replaceAll('"', '""')}"`;

const line = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\r\n`;

/**
 * Rows as CSV with a head, everything in quotes, lines ended by CR and LF.
 *
 * @example
 * csvOf(['TradeId', 'Price'], [{ TradeId: 1, Price: '10.50' }]); // '"TradeId","Price"\r\n"1","10.50"\r\n'
 */
export const csvOf = <K extends string>(
  columns: readonly K[],
  rows: readonly Readonly<Record<K, unknown>>[],
): string => line(columns) + rows.map((row) => line(columns.map((column) => row[column]))).join('');
