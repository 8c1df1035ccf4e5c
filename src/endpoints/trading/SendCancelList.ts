import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listInput } from '../../codec/inputs/listInput.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = listInput(
  request(
    {
      /** The order. */
      OrderId: LongInput,
      /** The account of the order. */
      AccountId: IntegerInput,
    },
    oms,
  ),
);
/** What `SendCancelList` takes. @useDeclaredType */
export type SendCancelListRequest = t.TypeOf<typeof parameters>;

/**
 * Cancels several orders at once. A command; login needed. A refusal of the whole list is a `GatewayError`.
 *
 * Success means that the exchange took the list, no more: it has `result` true, or `result` false with the
 * `errorcode` 107. Each order ends by its event.
 *
 * @example
 * request$(client, SendCancelList, [
 *   { AccountId, OrderId: 6500 },
 *   { AccountId, OrderId: 6501 },
 * ]).subscribe(({ errorcode }) => console.log(errorcode)); // 0 or 107
 */
export const SendCancelList: Endpoint<SendCancelListRequest, StandardResponse> = endpoint({
  name: 'SendCancelList',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
