import type * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { LoyaltyFeeConfig } from '../../codec/records/LoyaltyFeeConfig.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, oms);
/** What `GetOperatorLoyaltyFeeConfigsForOms` takes. @interface */
export type GetOperatorLoyaltyFeeConfigsForOmsRequest = t.TypeOf<typeof parameters>;

/**
 * Tells how fees are taken in each product of a loyalty programme. A query; login needed, with the permission Operator
 * or Trading. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetOperatorLoyaltyFeeConfigsForOms, {}).subscribe((configs) =>
 *   configs.forEach(({ LoyaltyProductId, LoyaltyDiscount }) => console.log(LoyaltyProductId, LoyaltyDiscount)),
 * );
 */
export const GetOperatorLoyaltyFeeConfigsForOms: Endpoint<
  GetOperatorLoyaltyFeeConfigsForOmsRequest,
  readonly LoyaltyFeeConfig[]
> = endpoint({
  name: 'GetOperatorLoyaltyFeeConfigsForOms',
  request: parameters,
  reply: listOf(LoyaltyFeeConfig),
});
