import * as t from 'io-ts';

/**
 * The codec of a row of columns, for rows longer than the types of `t.tuple` go.
 *
 * @example
 * const Pair = rowOf<readonly [number, string]>('Pair', [t.number, t.string]);
 */
export const rowOf = <Row extends readonly unknown[]>(
  name: string,
  columns: { readonly [K in keyof Row]-?: t.Type<Exclude<Row[K], undefined>> },
): t.Type<Row> => t.tuple(columns as unknown as [t.Mixed], name) as unknown as t.Type<Row>;
