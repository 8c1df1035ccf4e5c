import * as t from 'io-ts';
import { fast } from '../codec/fast/fast.ts';
import { IntegerInput } from '../codec/inputs/IntegerInput.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { Order } from '../codec/records/Order.ts';
import { request } from '../codec/inputs/request.ts';
import { together } from '../codec/inputs/together.ts';
import { call, endpoint } from '../endpoint.ts';
import { readExactJson } from '../json/exactJson.ts';
import { type Topic, topic, topicEvent } from '../streams/topic.ts';
import { Acceptance, keepSubscribed, refusalOfAcceptance, type Subscribed } from './acceptance.ts';
import { identityOfOrder } from './orderIdentity.ts';
import { routeAt } from './routeOfBroken.ts';
import { settle } from './settle.ts';
import { streamKey } from './streamKey.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  together(oms, {
    /** Only orders on this instrument. */
    InstrumentId: IntegerInput,
  }),
);
/** What `SubscribeOrderStateEvents` takes. @interface */
export type SubscribeOrderStateEventsRequest = t.TypeOf<typeof parameters>;

/** That the stream is on, or an order as it is now. */
export type OrderStateMessage =
  | Subscribed
  | {
      /** What kind of message it is: an order. */
      readonly _tag: 'OrderStateEvent';
      /** The order, as it is now. */
      readonly payload: Order;
    };

const subscribe = endpoint({ name: 'SubscribeOrderStateEvents', request: parameters, reply: Acceptance });
const unsubscribe = endpoint({ name: 'UnSubscribeOrderStateEvents', request: parameters, reply: t.unknown });

const events = topicEvent<Order, OrderStateMessage>({
  name: 'OrderStateEvent',
  codec: fast(Order),
  read: readExactJson,
  route: (payload, deliver) => {
    const message: OrderStateMessage = { _tag: 'OrderStateEvent', payload };
    deliver(String(payload.Account), message);
    deliver(`${payload.Account}:${payload.Instrument}`, message);
  },
  routeOfBroken: routeAt('Account'),
});

const idsOf = ({ AccountId, InstrumentId }: SubscribeOrderStateEventsRequest): readonly number[] =>
  InstrumentId === undefined ? [AccountId] : [AccountId, InstrumentId];

/**
 * The orders of an account, each whenever it changes; of all instruments, or of one. Login needed; shared by account
 * and instrument. A refusal, such as of another's account, is a `GatewayError`.
 *
 * There is no snapshot. `Subscribed` comes first, and again after every reconnect: ask for `GetOpenOrders` then, and
 * apply the events that came meanwhile after it.
 *
 * @example
 * subscribe$(client, SubscribeOrderStateEvents, { AccountId: 7 }).subscribe((message) => {
 *   if (message._tag === 'OrderStateEvent') console.log(message.payload.OrderId, message.payload.OrderState);
 * });
 */
export const SubscribeOrderStateEvents: Topic<SubscribeOrderStateEventsRequest, OrderStateMessage> = topic({
  subscribe,
  unsubscribe: (params) => call(unsubscribe, params),
  events: [events],
  resolve: (_connection, params: SubscribeOrderStateEventsRequest) => settle(subscribe, params),
  refusal: refusalOfAcceptance,
  first: (): OrderStateMessage => ({ _tag: 'Subscribed' }),
  key: (params) => streamKey(params, ...idsOf(params)),
  // At some venues the unsubscribe of one instrument ends all of the account, without a word.
  group: (params) => streamKey(params, params.AccountId),
  routes: (params) => [idsOf(params).join(':')],
  present: () => keepSubscribed<OrderStateMessage>(),
  identity: (message) => (message._tag === 'OrderStateEvent' ? identityOfOrder(message.payload) : undefined),
});
