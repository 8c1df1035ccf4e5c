import { fast } from '../codec/fast/fast.ts';
import { Order } from '../codec/records/Order.ts';
import { readExactJson } from '../json/exactJson.ts';
import { type TopicEvent, topicEvent } from '../streams/topicEvent.ts';
import { numberAt } from './routeOfBroken.ts';

/** An order as it is now. */
export interface OrderStateEvent {
  /** What kind of message it is: an order. */
  readonly _tag: 'OrderStateEvent';
  /** The order, as it is now. */
  readonly payload: Order;
}

const routesOf = (account: number, instrument: number | undefined): readonly string[] =>
  instrument === undefined ? [String(account)] : [String(account), `${account}:${instrument}`];

/** The event of an order, for all orders of an account and for those on one instrument alike: it is read once for both. */
export const orderStateEvent: TopicEvent<OrderStateEvent> = topicEvent({
  name: 'OrderStateEvent',
  codec: fast(Order),
  read: readExactJson,
  route: (payload, deliver) => {
    for (const route of routesOf(payload.Account, payload.Instrument)) {
      deliver(route, { _tag: 'OrderStateEvent', payload });
    }
  },
  routesOfBroken: (u) => {
    const account = numberAt(u, 'Account');
    return account === undefined ? [] : routesOf(account, numberAt(u, 'Instrument'));
  },
});
