import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { TicksInput } from '../../codec/inputs/TicksInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { Transfer } from '../../codec/records/Transfer.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { transferPage } from './transferPage.ts';

const parameters = request(
  {
    /** The account that paid or was paid. */
    AccountId: IntegerInput,
  },
  together(
    oms,
    {
      /** Only transfers of this product. */
      ProductId: IntegerInput,
      /** Only this transfer. */
      TransferId: IntegerInput,
      /** Only transfers in this state: `Accepted`, `Pending`, `Rejected`, `Canceled` or `Failed`. */
      TransferState: TextInput,
      /** Only transfers since then, in ticks, a `bigint`; or a `Date`. */
      StartTimeStamp: TicksInput,
      /** Only transfers until then, in ticks, a `bigint`; or a `Date`. */
      EndTimeStamp: TicksInput,
    },
    transferPage,
  ),
);
/** What `GetTransfersHistory` takes. @interface */
export type GetTransfersHistoryRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the transfers that an account made or received. A query; login needed, with the permission Operator or
 * Trading. A refusal is a `GatewayError`. A page shorter than `Limit` is the last.
 *
 * @example
 * request$(client, GetTransfersHistory, { AccountId, TransferState: 'Accepted' }).subscribe((transfers) =>
 *   transfers.forEach(({ TransferId, Amount }) => console.log(TransferId, Amount)),
 * );
 */
export const GetTransfersHistory: Endpoint<GetTransfersHistoryRequest, readonly Transfer[]> = endpoint({
  name: 'GetTransfersHistory',
  request: parameters,
  reply: listOf(Transfer),
  read: readExactJson,
});
