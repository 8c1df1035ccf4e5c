import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
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
