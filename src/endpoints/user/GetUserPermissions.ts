import * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user. */
    UserId: IntegerInput,
  },
  {},
);
/** What `GetUserPermissions` takes. @interface */
export type GetUserPermissionsRequest = t.TypeOf<typeof parameters>;
/** What `GetUserPermissions` answers: names of functions, or of groups of them. */
export type GetUserPermissionsReply = readonly string[];

/**
 * Lists the names of a user's permissions, such as `Trading`. A query; login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetUserPermissions, { UserId: 5 }).subscribe((names) => console.log(names.includes('Trading')));
 */
export const GetUserPermissions: Endpoint<GetUserPermissionsRequest, GetUserPermissionsReply> = endpoint({
  name: 'GetUserPermissions',
  request: parameters,
  reply: listOf(t.string),
});
