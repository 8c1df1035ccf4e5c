import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { TicketFee } from '../../codec/records/TicketFee.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { ticketFeeParameters } from './ticketFeeParameters.ts';

/** What `GetWithdrawFee` takes. @interface */
export type GetWithdrawFeeRequest = t.TypeOf<typeof ticketFeeParameters>;

/**
 * Tells what a withdrawal would cost. A query; login needed. A refusal, such as of an unknown product, is a
 * `GatewayError`; older gateways tell in `message`.
 *
 * @example
 * request$(client, GetWithdrawFee, { AccountId, ProductId: 1, Amount: '100' }).subscribe(({ FeeAmount }) =>
 *   console.log(FeeAmount),
 * );
 */
export const GetWithdrawFee: Endpoint<GetWithdrawFeeRequest, TicketFee> = endpoint({
  name: 'GetWithdrawFee',
  request: ticketFeeParameters,
  reply: fast(TicketFee),
});
