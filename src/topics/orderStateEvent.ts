import { fast } from '../codec/fast/fast.ts';
import { Order } from '../codec/records/Order.ts';
import { readExactJson } from '../json/exactJson.ts';
import { type TopicEvent, topicEvent } from '../streams/topicEvent.ts';
import { numberAt } from './routeOfBroken.ts';

/** The current state of an order. */
export interface OrderStateEvent {
  /** The kind of message: an order. */
  readonly _tag: 'OrderStateEvent';
  /** The current state of the order. */
  readonly payload: Order;
}

const routesOf = (account: number, instrument: number | undefined): readonly string[] =>
  instrument === undefined ? [String(account)] : [String(account), `${account}:${instrument}`];

/**
 * The event of an order. It serves both the stream of a whole account and that of one of its instruments, and is
 * decoded once for both.
 */
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
