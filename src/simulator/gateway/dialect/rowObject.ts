import type { Dialect } from './dialect.ts';

/** A row of a trade or a bar: an array, or an object with the places as keys. */
export const rowObject = ({ rows }: Dialect, row: readonly unknown[]): unknown =>
  rows === 'object' ? Object.fromEntries(row.entries()) : row;
