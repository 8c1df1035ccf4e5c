import { listOf } from '../../codec/fast/listOf.ts';
import { LoyaltyFeeConfig } from '../../codec/records/LoyaltyFeeConfig.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `GetAllOperatorLoyaltyFeeConfigs` takes nothing. */
export type GetAllOperatorLoyaltyFeeConfigsRequest = Readonly<Record<string, never>>;

/**
 * Tells how fees are taken in each product of a loyalty programme, on all order systems. A query; login needed, with
 * the permission Operator or Trading. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetAllOperatorLoyaltyFeeConfigs, {}).subscribe((configs) =>
 *   configs.forEach(({ LoyaltyProductId, LoyaltyDiscount }) => console.log(LoyaltyProductId, LoyaltyDiscount)),
 * );
 */
export const GetAllOperatorLoyaltyFeeConfigs: Endpoint<
  GetAllOperatorLoyaltyFeeConfigsRequest,
  readonly LoyaltyFeeConfig[]
> = endpoint({
  name: 'GetAllOperatorLoyaltyFeeConfigs',
  request: parameters,
  reply: listOf(LoyaltyFeeConfig),
});
