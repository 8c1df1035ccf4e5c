import type * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { TransferRequest } from '../../codec/records/TransferRequest.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { transferRequestFilters } from './transferRequestFilters.ts';

/** What `GetRequestTransferRequestsRequested` takes. @interface */
export type GetRequestTransferRequestsRequestedRequest = t.TypeOf<typeof transferRequestFilters>;

/**
 * Lists the requests for funds that a user has made. A query; login needed, with the permission Operator or Trading. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetRequestTransferRequestsRequested, { RequestorAccountId: 7 }).subscribe((requests) =>
 *   requests.forEach(({ RequestCode, Status }) => console.log(RequestCode, Status)),
 * );
 */
export const GetRequestTransferRequestsRequested: Endpoint<
  GetRequestTransferRequestsRequestedRequest,
  readonly TransferRequest[]
> = endpoint({
  name: 'GetRequestTransferRequestsRequested',
  request: transferRequestFilters,
  reply: listOf(TransferRequest),
});
