import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { Transfer } from '../../codec/records/Transfer.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { transferPage } from './transferPage.ts';

const parameters = request(
  {
    /** The account that was paid. */
    AccountId: IntegerInput,
  },
  together(oms, transferPage),
);
/** What `GetTransfersReceived` takes. @interface */
export type GetTransfersReceivedRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the transfers that an account received. A query; login needed, with the permission Operator or Trading. A
 * refusal is a `GatewayError`. A page shorter than `Limit` is the last.
 *
 * @example
 * request$(client, GetTransfersReceived, { AccountId, Limit: 20 }).subscribe((transfers) =>
 *   transfers.forEach(({ TransferId, Amount }) => console.log(TransferId, Amount)),
 * );
 */
export const GetTransfersReceived: Endpoint<GetTransfersReceivedRequest, readonly Transfer[]> = endpoint({
  name: 'GetTransfersReceived',
  request: parameters,
  reply: listOf(Transfer),
  read: readExactJson,
});
