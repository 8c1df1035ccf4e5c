import type * as t from 'io-ts';
import { ConfigEntryInput } from '../../codec/inputs/ConfigEntryInput.ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
    /** The settings. */
    Config: ConfigEntryInput,
  },
  {},
);
/** What `SetAccountConfig` takes. @interface */
export type SetAccountConfigRequest = t.TypeOf<typeof parameters>;

/**
 * Sets settings of an account; a key that is not there yet is added, and other keys stay. A command; login needed,
 * with the permission `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, SetAccountConfig, { AccountId, Config: [{ Key: 'VIP', Value: 'true' }] }).subscribe(
 *   ({ result }) => console.log(result),
 * );
 */
export const SetAccountConfig: Endpoint<SetAccountConfigRequest, StandardResponse> = endpoint({
  name: 'SetAccountConfig',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
