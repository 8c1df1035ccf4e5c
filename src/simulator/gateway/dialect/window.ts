import { compare } from '../../market/decimal.ts';
import type { Level2Row } from '../../market/level2.ts';

const Action = 3;
const Price = 6;
const Side = 9;
const deleted = 2;

const placeOf = (row: Level2Row): string => `${row[Side]}/${row[Price].units}`;

/** Best first; rows of one side. */
const byBest = (a: Level2Row, b: Level2Row): number =>
  a[Side] === 0 ? compare(b[Price], a[Price]) : compare(a[Price], b[Price]);

const bestOf = (book: ReadonlyMap<string, Level2Row>, depth: number): readonly Level2Row[] => {
  const rows = [...book.values()];
  return ([0, 1] as const).flatMap((side) =>
    rows
      .filter((row) => row[Side] === side)
      .sort(byBest)
      .slice(0, depth),
  );
};

/** Whether a row is no worse than the worst level of a window that is full, or the window is not. */
const isWithin = (window: readonly Level2Row[], depth: number, row: Level2Row): boolean => {
  const edge = window.filter((level) => level[Side] === row[Side])[depth - 1];
  return edge === undefined || byBest(row, edge) <= 0;
};

/** A level that nothing has happened to, told as new: what changes from frame to frame is that of a row beside it. */
const asNew = (
  [, accounts, changedAt, , , ...columns]: Level2Row,
  [, , , , lastPrice]: Level2Row,
  id: number,
): Level2Row => [id, accounts, changedAt, 0, lastPrice, ...columns];

/**
 * Follows a book by its best levels alone. Of each change the rows are told that lie within them, and the levels that
 * have come among them because of it, as new ones with the largest id of the change. Those that are no longer among
 * them are not told, also not when they are deleted, and stay with the listener.
 *
 * @param whole the book as it is in the beginning, every level of it
 */
export const createWindow = (
  whole: readonly Level2Row[],
  depth: number,
): ((rows: readonly Level2Row[]) => readonly Level2Row[]) => {
  const book = new Map(whole.map((row) => [placeOf(row), row]));
  let before = new Set(bestOf(book, depth).map(placeOf));
  const apply = (row: Level2Row): void => {
    if (row[Action] === deleted) book.delete(placeOf(row));
    else book.set(placeOf(row), row);
  };
  return (rows) => {
    rows.forEach(apply);
    const window = bestOf(book, depth);
    const changed = new Set(rows.map(placeOf));
    const entered = window.filter((row) => !before.has(placeOf(row)) && !changed.has(placeOf(row)));
    before = new Set(window.map(placeOf));
    const told = rows.filter((row) => isWithin(window, depth, row));
    const [first] = rows;
    if (first === undefined || entered.length === 0) return told;
    const id = Math.max(...rows.map(([rowId]) => rowId));
    return [...told, ...entered.map((row) => asNew(row, first, id))];
  };
};
