/**
 * Delivers rows by their routes. Usually all rows of an event have the same route and are delivered as they came;
 * otherwise they are split into runs of equal routes.
 *
 * @param idOf Returns the id that makes the route of a row.
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
