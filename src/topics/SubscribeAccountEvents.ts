import * as t from 'io-ts';
import { IntegerInput } from '../codec/inputs/IntegerInput.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { request } from '../codec/inputs/request.ts';
import { call, endpoint } from '../endpoint.ts';
import { known, type Topic, topicWith } from '../streams/topic.ts';
import type { Identity } from '../streams/topicSpec.ts';
import { Acceptance, refusalOfAcceptance, subscribed, type Subscribed } from './acceptance.ts';
import { type AccountEvent, accountEvents } from './accountEvents.ts';
import { identityOfOrder, identityOfTrade } from './orderIdentity.ts';
import { streamKey } from './streamKey.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `SubscribeAccountEvents` takes. @interface */
export type SubscribeAccountEventsRequest = t.TypeOf<typeof parameters>;

/** The confirmation of the subscription, or an event. */
export type AccountMessage = Subscribed | AccountEvent;

const subscribe = endpoint({ name: 'SubscribeAccountEvents', request: parameters, reply: Acceptance });
const unsubscribe = endpoint({ name: 'UnSubscribeAccountEvents', request: parameters, reply: t.unknown });

const identity = (message: AccountEvent): Identity | undefined => {
  if (message._tag === 'OrderStateEvent') return identityOfOrder(message.payload);
  return message._tag === 'OrderTradeEvent' ? identityOfTrade(message.payload) : undefined;
};

/**
 * All events of an account: orders, fills, positions, deposits, withdrawals. Login needed; shared per account. A
 * refusal, for example of somebody else's account, is a `GatewayError`.
 *
 * There is no snapshot. `Subscribed` is emitted first, and again after every reconnect: request `GetAccountPositions`
 * and `GetOpenOrders` then, hold back the events that arrive meanwhile, and apply them to the replies.
 *
 * @example
 * subscribe$(client, SubscribeAccountEvents, { AccountId }).subscribe((message) => {
 *   if (message._tag === 'OrderStateEvent') console.log(message.payload.OrderId, message.payload.OrderState);
 * });
 */
export const SubscribeAccountEvents: Topic<SubscribeAccountEventsRequest, Subscribed, AccountMessage> =
  topicWith({
    subscribe,
    unsubscribe: (params) => call(unsubscribe, params),
    events: accountEvents,
    parameters,
    settle: known,
    messages: { snapshot: (state): AccountMessage => state, update: (event) => event },
    refusal: refusalOfAcceptance,
    key: (params) => streamKey(params, params.AccountId),
    routes: ({ AccountId }) => [String(AccountId)],
    fold: { begin: () => subscribed, apply: (state) => state },
    identity,
    importance: 'account',
    hasSnapshot: false,
    whenUnreadable: 'skip',
  });
