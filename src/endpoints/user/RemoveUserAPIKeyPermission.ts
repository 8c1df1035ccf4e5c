import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user that the key belongs to. */
    UserId: IntegerInput,
    /** The public part of the key. */
    APIKey: TextInput,
    /** The permission to take away, such as `Deposit`. */
    Permission: TextInput,
  },
  {},
);
/** What `RemoveUserAPIKeyPermission` takes. @interface */
export type RemoveUserAPIKeyPermissionRequest = t.TypeOf<typeof parameters>;

/**
 * Lets an API key do one thing less. A command; login needed, with the permission `Superuser`, `Operator` or
 * `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, RemoveUserAPIKeyPermission, { UserId: 96, APIKey: key, Permission: 'Deposit' }).subscribe(
 *   ({ result }) => console.log(result),
 * );
 */
export const RemoveUserAPIKeyPermission: Endpoint<RemoveUserAPIKeyPermissionRequest, StandardResponse> =
  endpoint({
    name: 'RemoveUserAPIKeyPermission',
    request: parameters,
    reply: fast(StandardResponse),
    isCommand: true,
  });
