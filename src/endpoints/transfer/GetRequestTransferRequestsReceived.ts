import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { TransferRequest } from '../../codec/records/TransferRequest.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account of the user who is to pay: the default one. */
    PayerAccountId: IntegerInput,
  },
  together(oms, {
    /** Only requests of the user whose default account this is. */
    RequestorAccountId: IntegerInput,
    /** Only the request with this code, a GUID. */
    RequestCode: TextInput,
  }),
);
/** What `GetRequestTransferRequestsReceived` takes. @interface */
export type GetRequestTransferRequestsReceivedRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the requests for funds that a user has got. A query; login needed, with the permission Operator or Trading. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetRequestTransferRequestsReceived, { PayerAccountId: 7 }).subscribe((requests) =>
 *   requests.forEach(({ RequestCode, Status }) => console.log(RequestCode, Status)),
 * );
 */
export const GetRequestTransferRequestsReceived: Endpoint<
  GetRequestTransferRequestsReceivedRequest,
  readonly TransferRequest[]
> = endpoint({
  name: 'GetRequestTransferRequestsReceived',
  request: parameters,
  reply: listOf(TransferRequest),
});
