/** The rows of a page: `depth` of them from the place `start` on; 0 is the first. */
export const pageOf = <A>(rows: readonly A[], start: number, depth: number): readonly A[] =>
  rows.slice(start, start + depth);
