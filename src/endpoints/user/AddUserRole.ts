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
