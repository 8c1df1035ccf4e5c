import type * as t from 'io-ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {},
  together(oms, {
    /** Another user than the one who is logged in. */
    UserId: IntegerInput,
    /** The same by name. */
    UserName: TextInput,
  }),
);
/** What `GetUserAccounts` takes. @interface */
export type GetUserAccountsRequest = t.TypeOf<typeof parameters>;
/** What `GetUserAccounts` answers: ids of accounts. */
export type GetUserAccountsReply = readonly number[];

/**
 * Lists the ids of the accounts that a user may act for. A query; login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetUserAccounts, {}).subscribe((accounts) => console.log(accounts)); // [7]
 */
export const GetUserAccounts: Endpoint<GetUserAccountsRequest, GetUserAccountsReply> = endpoint({
  name: 'GetUserAccounts',
  request: parameters,
  reply: listOf(Integer),
});
