import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { WithdrawTicket } from '../../codec/records/WithdrawTicket.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  together(oms, {
    /** The code of the ticket, a GUID. */
    RequestCode: TextInput,
  }),
);
/** What `GetWithdrawTicket` takes. @interface */
export type GetWithdrawTicketRequest = t.TypeOf<typeof parameters>;

/**
 * Finds one withdrawal of an account. A query; login needed, with the permission Operator or Trading. A refusal is a
 * `GatewayError`. `RejectReason` is `null` unless the withdrawal was rejected.
 *
 * @example
 * request$(client, GetWithdrawTicket, {
 *   AccountId,
 *   RequestCode: 'd8c88f7c-a6ff-439c-a253-bf5462716429',
 * }).subscribe(({ Status }) => console.log(Status));
 */
export const GetWithdrawTicket: Endpoint<GetWithdrawTicketRequest, WithdrawTicket> = endpoint({
  name: 'GetWithdrawTicket',
  request: parameters,
  reply: fast(WithdrawTicket),
  read: readExactJson,
});
