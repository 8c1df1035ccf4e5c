import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { Product } from '../../codec/records/Product.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The product. */
    ProductId: IntegerInput,
  },
  oms,
);
/** What `GetProduct` takes. @interface */
export type GetProductRequest = t.TypeOf<typeof parameters>;

/**
 * Tells about one product. A query; no login needed. An unknown one is a `GatewayError`.
 *
 * @example
 * request$(client, GetProduct, { ProductId: 1 }).subscribe(({ Product, TickSize }) => console.log(Product, TickSize));
 */
export const GetProduct: Endpoint<GetProductRequest, Product> = endpoint({
  name: 'GetProduct',
  request: parameters,
  reply: Product,
});
