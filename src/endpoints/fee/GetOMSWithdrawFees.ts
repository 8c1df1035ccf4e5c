import type * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { TicketFeeRule } from '../../codec/records/TicketFeeRule.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { ticketFeeRuleParameters } from './ticketFeeRuleParameters.ts';

/** What `GetOMSWithdrawFees` takes. @interface */
export type GetOMSWithdrawFeesRequest = t.TypeOf<typeof ticketFeeRuleParameters>;

/**
 * Lists the rules for the fees of withdrawals. A query; login needed. A refusal is a `GatewayError`: some venues answer
 * those alone who run them.
 *
 * @example
 * request$(client, GetOMSWithdrawFees, { ProductId: 1 }).subscribe((rules) =>
 *   rules.forEach(({ FeeAmt, FeeCalcType }) => console.log(FeeAmt, FeeCalcType)),
 * );
 */
export const GetOMSWithdrawFees: Endpoint<GetOMSWithdrawFeesRequest, readonly TicketFeeRule[]> = endpoint({
  name: 'GetOMSWithdrawFees',
  request: ticketFeeRuleParameters,
  reply: listOf(TicketFeeRule),
});
