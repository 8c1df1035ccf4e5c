import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `LogOut` takes nothing. */
export type LogOutRequest = Readonly<Record<string, never>>;

/**
 * Ends the login of the connection. A command; login needed. A refusal is a `GatewayError`.
 *
 * What becomes of the subscriptions is not documented: streams of accounts are likely to end, public ones to go on. A
 * client with `credentials` logs in again with the next call that needs a login: to stay logged out, close it.
 *
 * @example
 * request$(client, LogOut, {}).subscribe({ complete: () => console.log('logged out') });
 */
export const LogOut: Endpoint<LogOutRequest, StandardResponse> = endpoint({
  name: 'LogOut',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
