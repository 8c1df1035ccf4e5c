import * as t from 'io-ts';
import { DepositTemplate } from '../../codec/records/DepositTemplate.ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
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
  oms,
);
/** What `GetAllDepositRequestInfoTemplates` takes. @interface */
export type GetAllDepositRequestInfoTemplatesRequest = t.TypeOf<typeof parameters>;

const ofProvider = t.type(
  {
    /** The provider. */
    providerId: Integer,
    /** The name of the provider. */
    providerName: t.string,
    /** What has to be filled in. */
    depositTemplate: DepositTemplate,
  },
  'TemplateOfProvider',
);

const reply = recordOf(
  together(treasuryOutcome.required, {
    /** One entry for each provider. */
    Templates: listOf(ofProvider, 'a list of templates'),
  }),
  treasuryOutcome.optional,
);
/** What `GetAllDepositRequestInfoTemplates` answers. @interface */
export type GetAllDepositRequestInfoTemplatesReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells what has to be filled in for a deposit of a product, for each of its providers. A query; login needed, with
 * the permission Operator or Trading. A refusal is a `GatewayError`. `errormsg` is `null` where nothing is wrong.
 *
 * @example
 * request$(client, GetAllDepositRequestInfoTemplates, { ProductId: 1 }).subscribe(({ Templates }) =>
 *   Templates.forEach(({ providerName, depositTemplate }) =>
 *     console.log(providerName, depositTemplate.Template),
 *   ),
 * );
 */
export const GetAllDepositRequestInfoTemplates: Endpoint<
  GetAllDepositRequestInfoTemplatesRequest,
  GetAllDepositRequestInfoTemplatesReply
> = endpoint({
  name: 'GetAllDepositRequestInfoTemplates',
  request: parameters,
  reply: fast(reply),
});
