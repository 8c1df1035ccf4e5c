import type * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { TransferRequest } from '../../codec/records/TransferRequest.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { transferRequestFilters } from './transferRequestFilters.ts';

/** What `GetRequestTransfers` takes. @interface */
export type GetRequestTransfersRequest = t.TypeOf<typeof transferRequestFilters>;

/**
 * Lists the requests for funds of a user. A query; login needed, with the permission Operator or Trading. A refusal is
 * a `GatewayError`.
 *
 * @example
 * request$(client, GetRequestTransfers, { RequestorAccountId: 7 }).subscribe((requests) =>
 *   requests.forEach(({ RequestCode, Status }) => console.log(RequestCode, Status)),
 * );
 */
export const GetRequestTransfers: Endpoint<GetRequestTransfersRequest, readonly TransferRequest[]> = endpoint(
  {
    name: 'GetRequestTransfers',
    request: transferRequestFilters,
    reply: listOf(TransferRequest),
  },
);
