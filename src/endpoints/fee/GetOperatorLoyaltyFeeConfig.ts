import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { LoyaltyFeeConfig } from '../../codec/records/LoyaltyFeeConfig.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The product that fees are taken in. */
    LoyaltyProductId: IntegerInput,
  },
  oms,
);
/** What `GetOperatorLoyaltyFeeConfig` takes. @interface */
export type GetOperatorLoyaltyFeeConfigRequest = t.TypeOf<typeof parameters>;

/**
 * Tells how fees are taken in one product of a loyalty programme. A query; login needed, with the permission Operator
 * or Trading. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetOperatorLoyaltyFeeConfig, { LoyaltyProductId: 6 }).subscribe(({ LoyaltyDiscount }) =>
 *   console.log(LoyaltyDiscount),
 * );
 */
export const GetOperatorLoyaltyFeeConfig: Endpoint<GetOperatorLoyaltyFeeConfigRequest, LoyaltyFeeConfig> =
  endpoint({
    name: 'GetOperatorLoyaltyFeeConfig',
    request: parameters,
    reply: fast(LoyaltyFeeConfig),
  });
