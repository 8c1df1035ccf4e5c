import type * as t from 'io-ts';
import { ConfigEntry } from '../../codec/records/ConfigEntry.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { userByIdOrName } from './userByIdOrName.ts';

const parameters = userByIdOrName({});
/** What `GetAllUnredactedUserConfigsForUser` takes. @useDeclaredType */
export type GetAllUnredactedUserConfigsForUserRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the settings of a user with their values, among which there may be secrets. A query; login needed, with the
 * permission `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetAllUnredactedUserConfigsForUser, { UserId: 96 }).subscribe((entries) =>
 *   console.log(entries.length),
 * );
 */
export const GetAllUnredactedUserConfigsForUser: Endpoint<
  GetAllUnredactedUserConfigsForUserRequest,
  readonly ConfigEntry[]
> = endpoint({
  name: 'GetAllUnredactedUserConfigsForUser',
  request: parameters,
  reply: listOf(ConfigEntry),
});
