import type * as t from 'io-ts';

/** The fields of several groups, as the intersection of the groups. */
export type Together<G extends readonly t.Props[]> = G extends readonly [
  infer First extends t.Props,
  ...infer Others extends readonly t.Props[],
]
  ? First & Together<Others>
  : unknown;

/**
 * Several groups of fields as one; of two fields with one name the later counts. Unlike that of a spread, the type
 * names the groups that have a name, so that the sentences of their fields are found also from the declarations.
 *
 * @example
 * request({ InstrumentId: IntegerInput }, together(oms, { Count: IntegerInput }));
 */
export const together = <G extends readonly t.Props[]>(...groups: G): Together<G> =>
  Object.assign({}, ...groups) as Together<G>;
