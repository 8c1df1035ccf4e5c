import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `ConfirmTransferFunds` takes nothing. */
export type ConfirmTransferFundsRequest = Readonly<Record<string, never>>;

/**
 * Confirms a transfer that waits for it, on older gateways; there is nothing to say which. A command; login needed,
 * with the permission Operator or Trading. A refusal is a `GatewayError`. `errormsg` and `detail` are empty or `null`
 * where nothing is wrong.
 *
 * @example
 * request$(client, ConfirmTransferFunds, {}).subscribe(({ result }) => console.log(result));
 */
export const ConfirmTransferFunds: Endpoint<ConfirmTransferFundsRequest, StandardResponse> = endpoint({
  name: 'ConfirmTransferFunds',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
