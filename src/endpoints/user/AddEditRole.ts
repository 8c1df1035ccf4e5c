import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The role. */
    RoleId: IntegerInput,
    /** Its name. */
    RoleName: TextInput,
    /** What users with the role may do: names of functions. */
    Permissions: t.readonlyArray(TextInput, 'a list of texts'),
  },
  {},
);
/** What `AddEditRole` takes. @interface */
export type AddEditRoleRequest = t.TypeOf<typeof parameters>;

/**
 * Makes a role or changes one. A command; login needed, with the permission `Superuser`, `Operator` or `Trading`. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, AddEditRole, { RoleId: 3, RoleName: 'Reader', Permissions: ['GetProducts'] }).subscribe(
 *   ({ result }) => console.log(result),
 * );
 */
export const AddEditRole: Endpoint<AddEditRoleRequest, StandardResponse> = endpoint({
  name: 'AddEditRole',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
