import * as t from 'io-ts';
import { enumInput } from '../../codec/enumInput.ts';
import { fast } from '../../codec/fast.ts';
import { IntegerInput } from '../../codec/IntegerInput.ts';
import { LongInput } from '../../codec/LongInput.ts';
import { oms } from '../../codec/OMSId.ts';
import { Order } from '../../codec/Order.ts';
import { OrderState } from '../../codec/OrderState.ts';
import { request } from '../../codec/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../exactJson.ts';

const parameters = request(
  {},
  {
    ...oms,
    /**
     * The account.
     *
     * @default the user's own, on the exchange's side
     */
    AccountId: IntegerInput,
    /** Only orders in this state. */
    OrderState: enumInput(OrderState),
    /** Only this order. */
    OrderId: LongInput,
    /** Only orders that the sender gave this id. */
    ClientOrderId: LongInput,
    /** Only orders that replaced this one. */
    OriginalOrderId: LongInput,
    /** Only orders that replaced the one with this client order id. */
    OriginalClientOrderId: LongInput,
    /** Only orders of this user. */
    UserId: IntegerInput,
    /** Only orders on this instrument. */
    InstrumentId: IntegerInput,
    /** Only orders since then, in milliseconds since 1970. */
    StartTimestamp: IntegerInput,
    /** Only orders until then, in milliseconds since 1970. */
    EndTimestamp: IntegerInput,
    /**
     * How many orders come at most.
     *
     * @default 100, on the exchange's side
     */
    Depth: IntegerInput,
    /** The same as `Depth`. */
    Limit: IntegerInput,
    /** How many orders are passed over; 0 is the newest. */
    StartIndex: IntegerInput,
  },
);
export type GetOrdersHistoryRequest = t.TypeOf<typeof parameters>;

/**
 * Lists orders, each as it stands now, the newest first. A query; login needed. A refusal is a `GatewayError`. A page
 * shorter than `Depth` is the last.
 *
 * @example
 * request$(client, GetOrdersHistory, { AccountId: 7, Depth: 20 }).subscribe((orders) =>
 *   orders.forEach(({ OrderId, OrderState }) => console.log(OrderId, OrderState)),
 * );
 */
export const GetOrdersHistory: Endpoint<GetOrdersHistoryRequest, readonly Order[]> = endpoint({
  name: 'GetOrdersHistory',
  request: parameters,
  reply: fast(t.readonlyArray(Order)),
  read: readExactJson,
});
