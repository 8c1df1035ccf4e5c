import type * as t from 'io-ts';
import { input } from '../../codec/inputs/input.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { Product } from '../../codec/records/Product.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {},
  together(oms, {
    /** Only products that have this attribute, such as `Pegged`. */
    Attribute: TextInput,
    /** The value of the attribute. */
    AttributeValue: input(
      'a text, a boolean or an integer',
      (u): u is string | boolean | number =>
        typeof u === 'string' || typeof u === 'boolean' || Number.isSafeInteger(u),
    ),
    /** Whether those out of use come as well: a boolean, or 0 or 1. */
    GetDisabled: input(
      'true, false, 0 or 1',
      (u): u is boolean | 0 | 1 => typeof u === 'boolean' || u === 0 || u === 1,
    ),
    /**
     * How many products come at most.
     *
     * @default 50, on the exchange's side
     */
    Depth: IntegerInput,
    /** How many products are passed over, the oldest first. */
    StartIndex: IntegerInput,
  }),
);
/** What `GetProducts` takes. @interface */
export type GetProductsRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the products, a page at a time: a page shorter than `Depth` is the last. A query; no login needed. A refusal
 * is a `GatewayError`.
 *
 * @example
 * request$(client, GetProducts, { Depth: 200 }).subscribe((products) =>
 *   products.forEach(({ ProductId, Product }) => console.log(ProductId, Product)),
 * );
 */
export const GetProducts: Endpoint<GetProductsRequest, readonly Product[]> = endpoint({
  name: 'GetProducts',
  request: parameters,
  reply: listOf(Product),
});
