import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { WithdrawTicket } from '../../codec/records/WithdrawTicket.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The code; a secret. */
    VerifyCode: TextInput,
  },
  oms,
);
/** What `GetWithdrawTicketByVerifyCode` takes. @interface */
export type GetWithdrawTicketByVerifyCodeRequest = t.TypeOf<typeof parameters>;

/**
 * Finds the withdrawal that a code out of an e-mail is to confirm. A query; login needed, with the permission Operator
 * or Trading. A refusal is a `GatewayError`. `RejectReason` is `null` unless the withdrawal was rejected.
 *
 * @example
 * request$(client, GetWithdrawTicketByVerifyCode, {
 *   VerifyCode: '00000000-0000-4000-8000-000000000003',
 * }).subscribe(({ Amount, AssetName }) => console.log(Amount, AssetName));
 */
export const GetWithdrawTicketByVerifyCode: Endpoint<GetWithdrawTicketByVerifyCodeRequest, WithdrawTicket> =
  endpoint({
    name: 'GetWithdrawTicketByVerifyCode',
    request: parameters,
    reply: fast(WithdrawTicket),
    read: readExactJson,
  });
