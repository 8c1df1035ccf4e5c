import type * as t from 'io-ts';
import { DepositTicket } from '../../codec/records/DepositTicket.ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  together(oms, {
    /**
     * The code of the ticket, a GUID.
     *
     * @default the account's first ticket, on the exchange's side
     */
    RequestCode: TextInput,
  }),
);
/** What `GetDepositTicket` takes. @interface */
export type GetDepositTicketRequest = t.TypeOf<typeof parameters>;

/**
 * Finds one deposit of an account. A query; login needed, with the permission Operator or Trading. A refusal is a
 * `GatewayError`. `RejectReason` is `null` unless the deposit was rejected.
 *
 * @example
 * request$(client, GetDepositTicket, {
 *   AccountId,
 *   RequestCode: 'cade9343-0fa6-444f-a67b-15c64f1054cb',
 * }).subscribe(({ Status }) => console.log(Status));
 */
export const GetDepositTicket: Endpoint<GetDepositTicketRequest, DepositTicket> = endpoint({
  name: 'GetDepositTicket',
  request: parameters,
  reply: fast(DepositTicket),
  read: readExactJson,
});
