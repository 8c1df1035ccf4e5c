import type { Level2Row } from '../../market/level2.ts';
import type { Dialect } from './dialect.ts';

const withoutCounts = (row: Level2Row): Level2Row => [
  row[0],
  0,
  row[2],
  row[3],
  row[4],
  0,
  row[6],
  row[7],
  row[8],
  row[9],
];

/** The rows of a change of a book as the dialect has them. */
export const level2Rows = ({ levelCounts }: Dialect, rows: readonly Level2Row[]): readonly Level2Row[] =>
  levelCounts === 'zero' ? rows.map(withoutCounts) : rows;

const numbered = (rows: readonly Level2Row[]): readonly Level2Row[] =>
  rows.map(([, ...columns], index): Level2Row => [index + 1, ...columns]);

/** The rows of a snapshot of a book as the dialect has them. */
export const level2Snapshot = (dialect: Dialect, rows: readonly Level2Row[]): readonly Level2Row[] =>
  level2Rows(dialect, dialect.snapshotIds === 'numbered' ? numbered(rows) : rows);
