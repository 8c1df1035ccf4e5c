import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The id of the address, a GUID. */
    AccountWithdrawInfoId: TextInput,
  },
  together(oms, {
    /** The account of the address. Only operators can do without. */
    AccountId: IntegerInput,
  }),
);
/** What `DeleteAccountWithdrawInfo` takes. @interface */
export type DeleteAccountWithdrawInfoRequest = t.TypeOf<typeof parameters>;

/**
 * Removes an address from those that an account may pay out to. A command; login needed, with the permission Operator
 * or Withdraw. A refusal is a `GatewayError`. `errormsg` and `detail` are `null` where nothing is wrong.
 *
 * @example
 * request$(client, DeleteAccountWithdrawInfo, {
 *   AccountId,
 *   AccountWithdrawInfoId: '00000000-0000-4000-8000-000000000007',
 * }).subscribe(({ result }) => console.log(result));
 */
export const DeleteAccountWithdrawInfo: Endpoint<DeleteAccountWithdrawInfoRequest, StandardResponse> =
  endpoint({
    name: 'DeleteAccountWithdrawInfo',
    request: parameters,
    reply: fast(StandardResponse),
    isCommand: true,
  });
