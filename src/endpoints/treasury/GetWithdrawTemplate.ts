import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { treasuryOutcome } from '../../codec/records/treasuryOutcome.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The product. */
    ProductId: IntegerInput,
  },
  together(oms, {
    /** The template by its name, out of `GetWithdrawTemplateTypes`. */
    TemplateType: TextInput,
    /** The provider. */
    AccountProviderId: IntegerInput,
  }),
);
/** What `GetWithdrawTemplate` takes. @interface */
export type GetWithdrawTemplateRequest = t.TypeOf<typeof parameters>;

const reply = recordOf(
  together(treasuryOutcome.required, {
    /** The form, as JSON text: an object whose keys are the fields to fill in. */
    Template: t.string,
  }),
  treasuryOutcome.optional,
);
/** What `GetWithdrawTemplate` answers. @interface */
export type GetWithdrawTemplateReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells what has to be filled in for a withdrawal of a product. A query; login needed, with the permission Operator or
 * Withdraw. A refusal is a `GatewayError`. `errormsg` is `null` where nothing is wrong.
 *
 * @example
 * request$(client, GetWithdrawTemplate, { ProductId: 3 }).subscribe(({ Template }) =>
 *   console.log(JSON.parse(Template)),
 * );
 */
export const GetWithdrawTemplate: Endpoint<GetWithdrawTemplateRequest, GetWithdrawTemplateReply> = endpoint({
  name: 'GetWithdrawTemplate',
  request: parameters,
  reply: fast(reply),
});
