import type * as t from 'io-ts';
import { BooleanInput } from '../../codec/inputs/BooleanInput.ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  together(oms, {
    /**
     * The product that fees are taken in.
     *
     * @default 0, none, on the exchange's side
     */
    LoyaltyProductId: IntegerInput,
    /**
     * Whether fees are taken in it.
     *
     * @default false, on the exchange's side
     */
    LoyaltyEnabled: BooleanInput,
  }),
);
/** What `UpdateAccountLoyaltySettings` takes. @interface */
export type UpdateAccountLoyaltySettingsRequest = t.TypeOf<typeof parameters>;

/**
 * Sets whether an account pays its fees in the product of a loyalty programme. A command; login needed, with the
 * permission Operator or Trading. A refusal is a `GatewayError`. `errormsg` and `detail` are `null` where nothing is
 * wrong.
 *
 * @example
 * request$(client, UpdateAccountLoyaltySettings, {
 *   AccountId,
 *   LoyaltyProductId: 6,
 *   LoyaltyEnabled: true,
 * }).subscribe(({ result }) => console.log(result));
 */
export const UpdateAccountLoyaltySettings: Endpoint<UpdateAccountLoyaltySettingsRequest, StandardResponse> =
  endpoint({
    name: 'UpdateAccountLoyaltySettings',
    request: parameters,
    reply: fast(StandardResponse),
    isCommand: true,
  });
