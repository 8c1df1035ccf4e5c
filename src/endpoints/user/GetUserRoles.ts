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
  },
  {},
);
/** What `GetUserRoles` takes. @interface */
export type GetUserRolesRequest = t.TypeOf<typeof parameters>;

/**
 * Asks for the roles of a user. A query; login needed, with the permission `Superuser`, `Operator` or `Trading`. A
 * refusal is a `GatewayError`.
 *
 * The reference has no more of the reply than a standard response, so this is what is read. Where your venue answers
 * a list, declare the function with `endpoint` and a codec of your own.
 *
 * @example
 * request$(client, GetUserRoles, { UserId: 96 }).subscribe(({ detail }) => console.log(detail));
 */
export const GetUserRoles: Endpoint<GetUserRolesRequest, StandardResponse> = endpoint({
  name: 'GetUserRoles',
  request: parameters,
  reply: fast(StandardResponse),
});
