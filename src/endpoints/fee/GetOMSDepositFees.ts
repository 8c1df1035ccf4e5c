import type * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { TicketFeeRule } from '../../codec/records/TicketFeeRule.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { ticketFeeRuleParameters } from './ticketFeeRuleParameters.ts';

/** What `GetOMSDepositFees` takes. @interface */
export type GetOMSDepositFeesRequest = t.TypeOf<typeof ticketFeeRuleParameters>;

/**
 * Lists the rules for the fees of deposits. A query; login needed. A refusal is a `GatewayError`: some venues answer
 * those alone who run them.
 *
 * @example
 * request$(client, GetOMSDepositFees, { ProductId: 1 }).subscribe((rules) =>
 *   rules.forEach(({ FeeAmt, FeeCalcType }) => console.log(FeeAmt, FeeCalcType)),
 * );
 */
export const GetOMSDepositFees: Endpoint<GetOMSDepositFeesRequest, readonly TicketFeeRule[]> = endpoint({
  name: 'GetOMSDepositFees',
  request: ticketFeeRuleParameters,
  reply: listOf(TicketFeeRule),
});
