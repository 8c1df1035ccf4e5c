import type * as t from 'io-ts';
import { ConfigEntry } from '../../codec/records/ConfigEntry.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { whichUser } from './whichUser.ts';

const parameters = request({}, whichUser);
/** What `GetUserConfig` takes. @interface */
export type GetUserConfigRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the settings of a user, their values hidden behind `********`. A query; login needed, with the permission
 * `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetUserConfig, {}).subscribe((entries) =>
 *   entries.forEach(({ Key, Value }) => console.log(Key, Value)),
 * );
 */
export const GetUserConfig: Endpoint<GetUserConfigRequest, readonly ConfigEntry[]> = endpoint({
  name: 'GetUserConfig',
  request: parameters,
  reply: listOf(ConfigEntry),
});
