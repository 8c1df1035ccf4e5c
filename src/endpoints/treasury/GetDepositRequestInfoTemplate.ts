import type * as t from 'io-ts';
import { DepositTemplate } from '../../codec/records/DepositTemplate.ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { treasuryOutcome } from '../../codec/records/treasuryOutcome.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The product. */
    ProductId: IntegerInput,
  },
  together(oms, {
    /**
     * The provider.
     *
     * @default the one that deposits come through by default, on the exchange's side
     */
    AccountProviderId: IntegerInput,
  }),
);
/** What `GetDepositRequestInfoTemplate` takes. @interface */
export type GetDepositRequestInfoTemplateRequest = t.TypeOf<typeof parameters>;

const reply = recordOf(
  together(treasuryOutcome.required, {
    /** What has to be filled in. */
    Template: DepositTemplate,
  }),
  treasuryOutcome.optional,
);
/** What `GetDepositRequestInfoTemplate` answers. @interface */
export type GetDepositRequestInfoTemplateReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells what has to be filled in for a deposit of a product, and what comes after. A query; login needed, with the
 * permission Operator or Trading. A refusal is a `GatewayError`. `errormsg` is `null` where nothing is wrong.
 *
 * @example
 * request$(client, GetDepositRequestInfoTemplate, { ProductId: 3 }).subscribe(({ Template }) =>
 *   console.log(Template.UseGetDepositWorkflow, JSON.parse(Template.Template)),
 * );
 */
export const GetDepositRequestInfoTemplate: Endpoint<
  GetDepositRequestInfoTemplateRequest,
  GetDepositRequestInfoTemplateReply
> = endpoint({
  name: 'GetDepositRequestInfoTemplate',
  request: parameters,
  reply: fast(reply),
});
