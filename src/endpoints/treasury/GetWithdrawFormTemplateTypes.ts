import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TemplateTypes } from '../../codec/records/TemplateTypes.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The product. */
    ProductId: IntegerInput,
  },
  oms,
);
/** What `GetWithdrawFormTemplateTypes` takes. @interface */
export type GetWithdrawFormTemplateTypesRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the templates for a withdrawal of a product, just as `GetWithdrawTemplateTypes` does. A query; login needed,
 * with the permission Operator or Withdraw. A refusal is a `GatewayError`. `errormsg` is `null` where nothing is
 * wrong.
 *
 * @example
 * request$(client, GetWithdrawFormTemplateTypes, { ProductId: 3 }).subscribe(({ TemplateTypes }) =>
 *   TemplateTypes.forEach(({ TemplateName }) => console.log(TemplateName)),
 * );
 */
export const GetWithdrawFormTemplateTypes: Endpoint<GetWithdrawFormTemplateTypesRequest, TemplateTypes> =
  endpoint({
    name: 'GetWithdrawFormTemplateTypes',
    request: parameters,
    reply: fast(TemplateTypes),
  });
