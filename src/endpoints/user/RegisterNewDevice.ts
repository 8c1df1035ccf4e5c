import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** What the device is known by. */
    HashCode: TextInput,
    /** The code that came by e-mail. */
    PendingEmailCode: TextInput,
  },
  {},
);
/** What `RegisterNewDevice` takes. @interface */
export type RegisterNewDeviceRequest = t.TypeOf<typeof parameters>;

/**
 * Trusts a device that a user logs in from, with the code that came by e-mail. A command; login needed, with the
 * permission `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, RegisterNewDevice, { HashCode: hash, PendingEmailCode: code }).subscribe(({ result }) =>
 *   console.log(result),
 * );
 */
export const RegisterNewDevice: Endpoint<RegisterNewDeviceRequest, StandardResponse> = endpoint({
  name: 'RegisterNewDevice',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
