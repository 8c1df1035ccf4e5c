import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { withdrawTicketParameters } from './withdrawTicketParameters.ts';

/** What `CreateFiatWithdrawTicket` takes. @interface */
export type CreateFiatWithdrawTicketRequest = t.TypeOf<typeof withdrawTicketParameters>;

/**
 * Asks for a payment of a national currency out of an account. A command; login needed, with the permission Operator
 * or Withdraw. A refusal is a `GatewayError`. `detail` is the code of the new ticket; `errormsg` is `null` where
 * nothing is wrong. A ticket at `Pending2Fa` waits for `ConfirmWithdraw`.
 *
 * @example
 * request$(client, CreateFiatWithdrawTicket, {
 *   AccountId: 9,
 *   ProductId: 1,
 *   Amount: '100.00',
 *   TemplateType: 'Custom',
 *   TemplateForm: '{"ClearingBank":"A bank","BankAccountNumber":"123"}',
 * }).subscribe(({ detail }) => console.log(detail));
 */
export const CreateFiatWithdrawTicket: Endpoint<CreateFiatWithdrawTicketRequest, StandardResponse> = endpoint(
  {
    name: 'CreateFiatWithdrawTicket',
    request: withdrawTicketParameters,
    reply: fast(StandardResponse),
    isCommand: true,
  },
);
