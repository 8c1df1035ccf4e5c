import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `Disable2FA` takes nothing. */
export type Disable2FARequest = Readonly<Record<string, never>>;

/**
 * Begins to switch off the second factor of the user who is logged in. It stays on until its code has been given by
 * `Authenticate2FA`. A command; login needed, with the permission `Operator` or `Trading`. A refusal is a
 * `GatewayError`.
 *
 * @example
 * request$(client, Disable2FA, {}).subscribe(() => console.log('now give the code'));
 */
export const Disable2FA: Endpoint<Disable2FARequest, StandardResponse> = endpoint({
  name: 'Disable2FA',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
