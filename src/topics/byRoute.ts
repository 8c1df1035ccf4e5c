/**
 * Hands out rows by the route of each. As a rule all rows of an event have the same one, and then the rows go out as
 * they came; else they are split into runs.
 *
 * @param idOf What the route is made of; rows of equal ids have the same route.
 */
export const byRoute = <Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string | number,
  deliver: (route: string, rows: readonly Row[]) => void,
): void => {
  let from = 0;
  while (from < rows.length) {
    const id = idOf(rows[from] as Row);
    let to = from + 1;
    while (to < rows.length && idOf(rows[to] as Row) === id) to += 1;
    deliver(String(id), to - from === rows.length ? rows : rows.slice(from, to));
    from = to;
  }
};
