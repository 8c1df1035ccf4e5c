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
  },
  {},
);
/** What `RemoveUserAPIKey` takes. @interface */
export type RemoveUserAPIKeyRequest = t.TypeOf<typeof parameters>;

/**
 * Deletes an API key. A command; login needed, with the permission `Superuser`, `Operator` or `Trading`. A refusal is
 * a `GatewayError`.
 *
 * @example
 * request$(client, RemoveUserAPIKey, { UserId: 96, APIKey: key }).subscribe(({ result }) => console.log(result));
 */
export const RemoveUserAPIKey: Endpoint<RemoveUserAPIKeyRequest, StandardResponse> = endpoint({
  name: 'RemoveUserAPIKey',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
