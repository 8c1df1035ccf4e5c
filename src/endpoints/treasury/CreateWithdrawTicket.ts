import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { withdrawTicketParameters } from './withdrawTicketParameters.ts';

/** What `CreateWithdrawTicket` takes. @interface */
export type CreateWithdrawTicketRequest = t.TypeOf<typeof withdrawTicketParameters>;

/**
 * Asks for a payment of any product out of an account. A command; login needed, with the permission Operator or
 * Withdraw. A refusal is a `GatewayError`. `detail` is the code of the new ticket; `errormsg` is `null` where nothing
 * is wrong. A ticket at `Pending2Fa` waits for `ConfirmWithdraw`.
 *
 * @example
 * request$(client, CreateWithdrawTicket, {
 *   AccountId: 9,
 *   ProductId: 3,
 *   Amount: '0.001',
 *   TemplateType: 'ToExternalBitcoinAddress',
 *   TemplateForm: '{"ExternalAddress":"an address","Comment":""}',
 * }).subscribe(({ detail }) => console.log(detail));
 */
export const CreateWithdrawTicket: Endpoint<CreateWithdrawTicketRequest, StandardResponse> = endpoint({
  name: 'CreateWithdrawTicket',
  request: withdrawTicketParameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
