import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { TransferRequest } from '../../codec/records/TransferRequest.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { transferRequestCode } from './transferRequestCode.ts';

/** What `GetRequestTransfer` takes. @interface */
export type GetRequestTransferRequest = t.TypeOf<typeof transferRequestCode>;

/**
 * Finds one request for funds, of your own or to you. A query; login needed, with the permission Operator or Trading.
 * A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetRequestTransfer, {
 *   OperatorId: 1,
 *   RequestCode: '039e47df-55c4-47b1-a2bc-8d424e833c46',
 * }).subscribe(({ Status }) => console.log(Status));
 */
export const GetRequestTransfer: Endpoint<GetRequestTransferRequest, TransferRequest> = endpoint({
  name: 'GetRequestTransfer',
  request: transferRequestCode,
  reply: fast(TransferRequest),
});
