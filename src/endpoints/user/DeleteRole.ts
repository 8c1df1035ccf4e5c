import type * as t from 'io-ts';
import { fast } from '../../codec/fast.ts';
import { IntegerInput } from '../../codec/IntegerInput.ts';
import { request } from '../../codec/request.ts';
import { StandardResponse } from '../../codec/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The role; the key is not `RoleId` here. */
    Id: IntegerInput,
  },
  {},
);
/** What `DeleteRole` takes. @interface */
export type DeleteRoleRequest = t.TypeOf<typeof parameters>;

/**
 * Deletes a role. A command; login needed, with the permission `Operator` or `Trading`. A refusal is a
 * `GatewayError`.
 *
 * @example
 * request$(client, DeleteRole, { Id: 3 }).subscribe(({ result }) => console.log(result));
 */
export const DeleteRole: Endpoint<DeleteRoleRequest, StandardResponse> = endpoint({
  name: 'DeleteRole',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
