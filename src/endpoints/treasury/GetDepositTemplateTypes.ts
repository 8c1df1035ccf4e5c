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
/** What `GetDepositTemplateTypes` takes. @interface */
export type GetDepositTemplateTypesRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the templates for a deposit of a product; for coins there are none as a rule. A query; login needed, with the
 * permission Operator or Deposit. A refusal is a `GatewayError`. `errormsg` is `null` where nothing is wrong.
 *
 * @example
 * request$(client, GetDepositTemplateTypes, { ProductId: 1 }).subscribe(({ TemplateTypes }) =>
 *   TemplateTypes.forEach(({ TemplateName }) => console.log(TemplateName)),
 * );
 */
export const GetDepositTemplateTypes: Endpoint<GetDepositTemplateTypesRequest, TemplateTypes> = endpoint({
  name: 'GetDepositTemplateTypes',
  request: parameters,
  reply: fast(TemplateTypes),
});
