/** Where each column of a row stands, by name. */
type Columns = Readonly<Record<string, number>>;

/** A row with names: what `C` says of column `K` is the value there. */
export type RowObject<C extends Columns, Row extends readonly unknown[]> = {
  readonly [K in keyof C]: Row[C[K]];
};

/**
 * A row as an object with names. Rows stay arrays on their way through, as an object each would cost more than all
 * else; this is for the edge.
 */
export const rowToObject = <C extends Columns, Row extends readonly unknown[]>(
  columns: C,
  row: Row,
): RowObject<C, Row> =>
  Object.fromEntries(Object.entries(columns).map(([name, index]) => [name, row[index]])) as RowObject<C, Row>;
