import type { Decimal } from './Decimal.ts';

/** The key by which a `Decimal` differs from other numbers. */
type DecimalMark = Exclude<keyof Decimal, keyof number>;

type Scalar = string | number | bigint | boolean | symbol | null | undefined;

/**
 * A type with every `Decimal` in it replaced by `V`, however deep; ids, counts and times stay. It is what `exact` makes
 * of the type of a reply or a message.
 *
 * @example
 * type ExactRow = Exact<Level2Row>; // the prices and the quantity are `string`
 */
export type Exact<B, V = string> = B extends Scalar
  ? DecimalMark extends keyof B
    ? V
    : B
  : unknown extends B
    ? B
    : { [K in keyof B]: Exact<B[K], V> };
