import * as t from 'io-ts';
import { fast } from '../codec/fast/fast.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { Order } from '../codec/records/Order.ts';
import { endpoint } from '../endpoint.ts';
import { readExactJson } from '../json/exactJson.ts';
import { type SnapshotOrUpdate, snapshotOrUpdate } from '../streams/SnapshotOrUpdate.ts';
import { type Topic, topicWith } from '../streams/topic.ts';
import { topicEvent } from '../streams/topicEvent.ts';
import { byRoute } from './byRoute.ts';
import { instrumentByIdOrSymbol } from './instrumentByIdOrSymbol.ts';
import { settleInstrument } from './instrumentId.ts';
import { lastEntries } from './lastEntries.ts';
import { OfInstrument, unsubscribeFrom } from './ofInstrument.ts';
import { apartBy, routeInRows } from './routeOfBroken.ts';
import { streamKey } from './streamKey.ts';

const parameters = instrumentByIdOrSymbol({}, oms);
/** What `SubscribeBlockTrades` takes. @useDeclaredType */
export type SubscribeBlockTradesRequest = t.TypeOf<typeof parameters>;

/** Past or new block trades, as the orders that they consist of. */
export type BlockTradesMessage = SnapshotOrUpdate<readonly Order[]>;

const keptCount = 100;
const orders = fast(t.readonlyArray(Order));

const subscribe = endpoint({
  name: 'SubscribeBlockTrades',
  request: OfInstrument,
  reply: orders,
  read: readExactJson,
});

const updates = topicEvent<readonly Order[]>({
  name: 'BlockTradeDataUpdateEvent',
  codec: orders,
  read: readExactJson,
  route: (payload, deliver) => byRoute(payload, ({ Instrument }) => Instrument, deliver),
  parts: apartBy('Instrument'),
  routesOfBroken: routeInRows('Instrument'),
});

/**
 * The block trades of an instrument. Login needed; shared per instrument. A refusal is a `GatewayError`. Only an older
 * manual describes this stream.
 *
 * @example
 * subscribe$(client, SubscribeBlockTrades, { InstrumentId: 1 }).subscribe(({ _tag, payload }) =>
 *   console.log(_tag, payload.map(({ OrderId, Price, Quantity }) => [OrderId, Price, Quantity])),
 * );
 */
export const SubscribeBlockTrades: Topic<SubscribeBlockTradesRequest, readonly Order[], BlockTradesMessage> =
  topicWith({
    subscribe,
    unsubscribe: unsubscribeFrom('UnsubscribeBlockTrades'),
    events: [updates],
    parameters,
    settle: (params) =>
      settleInstrument(subscribe.name, params, (InstrumentId) => ({ OMSId: params.OMSId, InstrumentId })),
    messages: snapshotOrUpdate<readonly Order[]>(),
    key: (params) => streamKey(params, params.InstrumentId),
    routes: ({ InstrumentId }) => [String(InstrumentId)],
    fold: {
      begin: (reply) => reply,
      apply: (state, orders) => lastEntries(state, orders, ({ OrderId }) => OrderId, keptCount),
    },
    whenUnreadable: 'skip',
  });
