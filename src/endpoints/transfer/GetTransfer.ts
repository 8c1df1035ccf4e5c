import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { Transfer } from '../../codec/records/Transfer.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The account that paid or was paid. */
    AccountId: IntegerInput,
    /** The transfer. */
    TransferId: IntegerInput,
  },
  oms,
);
/** What `GetTransfer` takes. @interface */
export type GetTransferRequest = t.TypeOf<typeof parameters>;

/**
 * Finds one transfer that an account made or received. A query; login needed, with the permission Operator or Trading.
 * A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetTransfer, { AccountId, TransferId: 2 }).subscribe(({ TransferState }) =>
 *   console.log(TransferState),
 * );
 */
export const GetTransfer: Endpoint<GetTransferRequest, Transfer> = endpoint({
  name: 'GetTransfer',
  request: parameters,
  reply: fast(Transfer),
  read: readExactJson,
});
