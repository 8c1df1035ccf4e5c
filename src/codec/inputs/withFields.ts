import type * as t from 'io-ts';
import { type Params, request } from './request.ts';

/** The codec of a request, as far as more fields can be given to it. */
export type Extensible = t.Mixed & { readonly required: t.Props; readonly optional: t.Props };

/** The codec of a request that takes what `B` takes, and more. */
export interface WithFieldsType<B extends Extensible, R extends t.Props, P extends t.Props> extends t.Type<
  t.TypeOf<B> & Params<R, P>,
  object
> {
  /** The fields that it needs. */
  readonly required: B['required'] & R;
  /** The fields that it can do without. */
  readonly optional: B['optional'] & P;
}

/**
 * The codec of a request that takes what another takes, and more. What several ways to write a request have in common
 * is made once, and the ways are made from it: so these fields are the very same ones in all of them, and an editor can
 * show their sentences before it can tell the ways apart.
 *
 * @example
 * const common = request({ Amount: DecimalInput }, oms);
 * const byId = withFields(common, { InstrumentId: IntegerInput }, {});
 * const bySymbol = withFields(common, { Symbol: TextInput }, {});
 */
export const withFields = <B extends Extensible, R extends t.Props, P extends t.Props>(
  base: B,
  required: R,
  optional: P,
): WithFieldsType<B, R, P> => request({ ...base.required, ...required }, { ...base.optional, ...optional });
