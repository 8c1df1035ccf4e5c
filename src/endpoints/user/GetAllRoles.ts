import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { Role } from '../../codec/records/Role.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `GetAllRoles` takes nothing. */
export type GetAllRolesRequest = Readonly<Record<string, never>>;

/**
 * Lists the roles that there are. A query; login needed, with the permission `Superuser`, `Operator` or `Trading`. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetAllRoles, {}).subscribe((roles) =>
 *   roles.forEach(({ RoleName, Permissions }) => console.log(RoleName, Permissions)),
 * );
 */
export const GetAllRoles: Endpoint<GetAllRolesRequest, readonly Role[]> = endpoint({
  name: 'GetAllRoles',
  request: parameters,
  reply: listOf(Role),
});
