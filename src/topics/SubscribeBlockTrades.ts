import * as t from 'io-ts';
import { fast } from '../codec/fast/fast.ts';
import { Order } from '../codec/records/Order.ts';
import { endpoint } from '../endpoint.ts';
import { readExactJson } from '../json/exactJson.ts';
import { type Topic, topic, topicEvent } from '../streams/topic.ts';
import { byRoute } from './byRoute.ts';
import { keepLast } from './keepLast.ts';
import { OfInstrument, unsubscribeFrom } from './ofInstrument.ts';
import { routeInRows } from './routeOfBroken.ts';
import { settle } from './settle.ts';
import { snapshot, type SnapshotOrUpdate, update } from './SnapshotOrUpdate.ts';
import { streamKey } from './streamKey.ts';

/** What `SubscribeBlockTrades` takes. @useDeclaredType */
export type SubscribeBlockTradesRequest = OfInstrument;

/** Block trades as they were, or new ones, as the orders that they are made of. */
export type BlockTradesMessage = SnapshotOrUpdate<readonly Order[]>;

const keptCount = 100;
const orders = fast(t.readonlyArray(Order));

const subscribe = endpoint({
  name: 'SubscribeBlockTrades',
  request: OfInstrument,
  reply: orders,
  read: readExactJson,
});

const updates = topicEvent<readonly Order[], BlockTradesMessage>({
  name: 'BlockTradeDataUpdateEvent',
  codec: orders,
  read: readExactJson,
  route: (payload, deliver) =>
    byRoute(
      payload,
      ({ Instrument }) => Instrument,
      (route, rows) => deliver(route, update(rows)),
    ),
  routeOfBroken: routeInRows('Instrument'),
});

/**
 * The block trades of an instrument. Login needed; shared by instrument. A refusal is a `GatewayError`. An older
 * manual describes it; newer ones do not mention it.
 *
 * @example
 * subscribe$(client, SubscribeBlockTrades, { InstrumentId: 1 }).subscribe(({ _tag, payload }) =>
 *   console.log(_tag, payload.map(({ OrderId, Price, Quantity }) => [OrderId, Price, Quantity])),
 * );
 */
export const SubscribeBlockTrades: Topic<SubscribeBlockTradesRequest, BlockTradesMessage> = topic({
  subscribe,
  unsubscribe: unsubscribeFrom('UnsubscribeBlockTrades'),
  events: [updates],
  resolve: (_connection, params: SubscribeBlockTradesRequest) => settle(subscribe, params),
  first: (reply): BlockTradesMessage => snapshot(reply),
  key: (params) => streamKey(params, params.InstrumentId),
  routes: ({ InstrumentId }) => [String(InstrumentId)],
  present: () => keepLast<Order>(keptCount, ({ OrderId }) => OrderId),
});
