import type * as t from 'io-ts';
import { fast } from '../../codec/fast.ts';
import { IntegerInput } from '../../codec/IntegerInput.ts';
import { listInput } from '../../codec/listInput.ts';
import { LongInput } from '../../codec/LongInput.ts';
import { oms } from '../../codec/OMSId.ts';
import { request } from '../../codec/request.ts';
import { StandardResponse } from '../../codec/StandardResponse.ts';
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
 *   { AccountId: 7, OrderId: 6500 },
 *   { AccountId: 7, OrderId: 6501 },
 * ]).subscribe(({ errorcode }) => console.log(errorcode)); // 0 or 107
 */
export const SendCancelList: Endpoint<SendCancelListRequest, StandardResponse> = endpoint({
  name: 'SendCancelList',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
