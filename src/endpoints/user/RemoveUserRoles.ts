import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user. */
    UserId: IntegerInput,
    /** The role. */
    UserRoleId: IntegerInput,
  },
  {},
);
/** What `RemoveUserRoles` takes. @interface */
export type RemoveUserRolesRequest = t.TypeOf<typeof parameters>;

/**
 * Takes a role away from a user. A command; login needed, with the permission `Superuser`, `Operator` or `Trading`. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, RemoveUserRoles, { UserId: 96, UserRoleId: 3 }).subscribe(({ result }) => console.log(result));
 */
export const RemoveUserRoles: Endpoint<RemoveUserRolesRequest, StandardResponse> = endpoint({
  name: 'RemoveUserRoles',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
