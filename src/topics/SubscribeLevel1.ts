import type * as t from 'io-ts';
import { fast } from '../codec/fast/fast.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { Level1 } from '../codec/records/Level1.ts';
import { endpoint } from '../endpoint.ts';
import { type SnapshotOrUpdate, snapshotOrUpdate } from '../streams/SnapshotOrUpdate.ts';
import { type Topic, topicWith } from '../streams/topic.ts';
import { topicEvent } from '../streams/topicEvent.ts';
import { instrumentByIdOrSymbol } from './instrumentByIdOrSymbol.ts';
import { settleInstrument } from './instrumentId.ts';
import { newest } from './newest.ts';
import { OfInstrument, unsubscribeFrom } from './ofInstrument.ts';
import { routeAt } from './routeOfBroken.ts';
import { streamKey } from './streamKey.ts';

const parameters = instrumentByIdOrSymbol({}, oms);
/** What `SubscribeLevel1` takes. @useDeclaredType */
export type SubscribeLevel1Request = t.TypeOf<typeof parameters>;

/** The current best prices; each message replaces the previous one. */
export type Level1Message = SnapshotOrUpdate<Level1>;

const level1 = fast(Level1);
const subscribe = endpoint({ name: 'SubscribeLevel1', request: OfInstrument, reply: level1 });

const updates = topicEvent({
  name: 'Level1UpdateEvent',
  codec: level1,
  route: (payload, deliver) => deliver(String(payload.InstrumentId), payload),
  routesOfBroken: routeAt('InstrumentId'),
});

/** Skips an update that came before the reply and is older by its `TimeStamp`. */
const unlessOlder = (event: Level1, { TimeStamp }: Level1): Level1 | undefined =>
  Number(event.TimeStamp) < Number(TimeStamp) ? undefined : event;

/**
 * The best prices of an instrument and the statistics of its day, a few times a minute. No login needed; shared per
 * instrument. A refusal is a `GatewayError`, an unknown symbol an `InvalidRequest`.
 *
 * @example
 * subscribe$(client, SubscribeLevel1, { Symbol: 'BTCUSDT' }).subscribe(({ payload }) =>
 *   console.log(payload.BestBid, payload.BestOffer),
 * );
 */
export const SubscribeLevel1: Topic<SubscribeLevel1Request, Level1, Level1Message> = topicWith({
  subscribe,
  unsubscribe: unsubscribeFrom('UnsubscribeLevel1'),
  events: [updates],
  parameters,
  settle: (params) =>
    settleInstrument(subscribe.name, params, (InstrumentId) => ({ OMSId: params.OMSId, InstrumentId })),
  messages: snapshotOrUpdate<Level1>(),
  key: (params) => streamKey(params, params.InstrumentId),
  routes: ({ InstrumentId }) => [String(InstrumentId)],
  fold: newest(unlessOlder),
  whenUnreadable: 'skip',
});
