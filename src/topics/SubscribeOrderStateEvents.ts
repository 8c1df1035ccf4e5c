import * as t from 'io-ts';
import { IntegerInput } from '../codec/inputs/IntegerInput.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { request } from '../codec/inputs/request.ts';
import { together } from '../codec/inputs/together.ts';
import { call, endpoint } from '../endpoint.ts';
import { known, type Topic, topicWith } from '../streams/topic.ts';
import { Acceptance, refusalOfAcceptance, subscribed, type Subscribed } from './acceptance.ts';
import { identityOfOrder } from './orderIdentity.ts';
import { type OrderStateEvent, orderStateEvent } from './orderStateEvent.ts';
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

/** The confirmation of the subscription, or the current state of an order. */
export type OrderStateMessage = Subscribed | OrderStateEvent;

const subscribe = endpoint({ name: 'SubscribeOrderStateEvents', request: parameters, reply: Acceptance });
const unsubscribe = endpoint({ name: 'UnSubscribeOrderStateEvents', request: parameters, reply: t.unknown });

const idsOf = ({ AccountId, InstrumentId }: SubscribeOrderStateEventsRequest): readonly number[] =>
  InstrumentId === undefined ? [AccountId] : [AccountId, InstrumentId];

/**
 * The orders of an account, on all instruments or on one; each order is emitted when it changes. Login needed; shared
 * per account and instrument. A refusal, for example of somebody else's account, is a `GatewayError`.
 *
 * There is no snapshot. `Subscribed` is emitted first, and again after every reconnect: request `GetOpenOrders` then,
 * hold back the events that arrive meanwhile, and apply them to its reply.
 *
 * @example
 * subscribe$(client, SubscribeOrderStateEvents, { AccountId }).subscribe((message) => {
 *   if (message._tag === 'OrderStateEvent') console.log(message.payload.OrderId, message.payload.OrderState);
 * });
 */
export const SubscribeOrderStateEvents: Topic<
  SubscribeOrderStateEventsRequest,
  Subscribed,
  OrderStateMessage
> = topicWith({
  subscribe,
  unsubscribe: (params) => call(unsubscribe, params),
  events: [orderStateEvent],
  parameters,
  settle: known,
  messages: { snapshot: (state): OrderStateMessage => state, update: (event) => event },
  refusal: refusalOfAcceptance,
  key: (params) => streamKey(params, ...idsOf(params)),
  // At some venues the unsubscribe of one instrument silently ends all streams of the account.
  group: (params) => streamKey(params, params.AccountId),
  routes: (params) => [idsOf(params).join(':')],
  fold: { begin: () => subscribed, apply: (state) => state },
  identity: ({ payload }) => identityOfOrder(payload),
  importance: 'account',
  hasSnapshot: false,
  whenUnreadable: 'skip',
});
