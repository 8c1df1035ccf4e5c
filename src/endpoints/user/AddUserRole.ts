import type * as t from 'io-ts';
import { fast } from '../../codec/fast.ts';
import { IntegerInput } from '../../codec/IntegerInput.ts';
import { request } from '../../codec/request.ts';
import { StandardResponse } from '../../codec/StandardResponse.ts';
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
/** What `AddUserRole` takes. @interface */
export type AddUserRoleRequest = t.TypeOf<typeof parameters>;

/**
 * Gives a user a role. A command; login needed, with the permission `Superuser`, `Operator` or `Trading`. A refusal
 * is a `GatewayError`.
 *
 * @example
 * request$(client, AddUserRole, { UserId: 96, UserRoleId: 3 }).subscribe(({ result }) => console.log(result));
 */
export const AddUserRole: Endpoint<AddUserRoleRequest, StandardResponse> = endpoint({
  name: 'AddUserRole',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
