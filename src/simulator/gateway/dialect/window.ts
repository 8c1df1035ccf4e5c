import { compare } from '../../market/decimal.ts';
import type { Level2Row } from '../../market/level2.ts';

const Price = 6;
const Side = 9;

/** The worst price of a side that is within the window; none where the whole side is. */
const edgeOf = (window: readonly Level2Row[], depth: number, side: 0 | 1): Level2Row | undefined =>
  window.filter((row) => row[Side] === side)[depth - 1];

/**
 * The rows of a change that lie within the best levels of the book; a deletion beyond them is not among them.
 *
 * @param window The book as it is now, cut to `depth` levels a side
 */
export const withinWindow = (
  rows: readonly Level2Row[],
  window: readonly Level2Row[],
  depth: number,
): readonly Level2Row[] => {
  const edges = [edgeOf(window, depth, 0), edgeOf(window, depth, 1)] as const;
  return rows.filter((row) => {
    const edge = edges[row[Side]];
    if (edge === undefined) return true;
    const beyond = compare(row[Price], edge[Price]);
    return row[Side] === 0 ? beyond >= 0 : beyond <= 0;
  });
};
