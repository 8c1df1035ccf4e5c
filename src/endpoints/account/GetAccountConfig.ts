import type * as t from 'io-ts';
import { ConfigEntry } from '../../codec/records/ConfigEntry.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetAccountConfig` takes. @interface */
export type GetAccountConfigRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the settings of an account. A query; login needed, with the permission `Operator` or `Trading`. A refusal is
 * a `GatewayError`.
 *
 * @example
 * request$(client, GetAccountConfig, { AccountId }).subscribe((entries) =>
 *   entries.forEach(({ Key, Value }) => console.log(Key, Value)),
 * );
 */
export const GetAccountConfig: Endpoint<GetAccountConfigRequest, readonly ConfigEntry[]> = endpoint({
  name: 'GetAccountConfig',
  request: parameters,
  reply: listOf(ConfigEntry),
});
