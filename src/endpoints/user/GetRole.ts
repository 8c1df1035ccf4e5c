import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { Role } from '../../codec/records/Role.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The role. */
    RoleId: IntegerInput,
  },
  {},
);
/** What `GetRole` takes. @interface */
export type GetRoleRequest = t.TypeOf<typeof parameters>;

/**
 * Tells about one role. A query; login needed, with the permission `Operator` or `Trading`. A refusal is a
 * `GatewayError`.
 *
 * @example
 * request$(client, GetRole, { RoleId: 3 }).subscribe(({ Permissions }) => console.log(Permissions));
 */
export const GetRole: Endpoint<GetRoleRequest, Role> = endpoint({
  name: 'GetRole',
  request: parameters,
  reply: Role,
});
