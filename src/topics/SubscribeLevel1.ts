import type * as t from 'io-ts';
import { map, switchMap } from 'rxjs';
import { fast } from '../codec/fast/fast.ts';
import { Level1 } from '../codec/records/Level1.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { endpoint } from '../endpoint.ts';
import { type Topic, topic, topicEvent } from '../streams/topic.ts';
import { instrumentByIdOrSymbol } from './instrumentByIdOrSymbol.ts';
import { resolveInstrumentId } from './instrumentId.ts';
import { keepLatest } from './keepLatest.ts';
import { OfInstrument, unsubscribeFrom } from './ofInstrument.ts';
import { routeAt } from './routeOfBroken.ts';
import { settle } from './settle.ts';
import { snapshot, type SnapshotOrUpdate, update } from './SnapshotOrUpdate.ts';
import { streamKey } from './streamKey.ts';

const parameters = instrumentByIdOrSymbol(oms);
/** What `SubscribeLevel1` takes. @useDeclaredType */
export type SubscribeLevel1Request = t.TypeOf<typeof parameters>;

/** The best prices as they are: each message replaces the one before. */
export type Level1Message = SnapshotOrUpdate<Level1>;

const level1 = fast(Level1);
const subscribe = endpoint({ name: 'SubscribeLevel1', request: OfInstrument, reply: level1 });

const updates = topicEvent<Level1, Level1Message>({
  name: 'Level1UpdateEvent',
  codec: level1,
  route: (payload, deliver) => deliver(String(payload.InstrumentId), update(payload)),
  routeOfBroken: routeAt('InstrumentId'),
});

/**
 * The best prices of an instrument and its day so far, a few times a minute. No login needed; shared by instrument. A
 * refusal is a `GatewayError`; an unknown symbol is an `InvalidRequest`.
 *
 * @example
 * subscribe$(client, SubscribeLevel1, { Symbol: 'BTCUSDT' }).subscribe(({ payload }) =>
 *   console.log(payload.BestBid, payload.BestOffer),
 * );
 */
export const SubscribeLevel1: Topic<SubscribeLevel1Request, Level1Message> = topic({
  subscribe,
  unsubscribe: unsubscribeFrom('UnsubscribeLevel1'),
  events: [updates],
  resolve: (connection, params: SubscribeLevel1Request) =>
    settle({ name: subscribe.name, request: parameters }, params).pipe(
      switchMap((valid) =>
        resolveInstrumentId(connection, valid, subscribe.name).pipe(
          map((InstrumentId) => ({ OMSId: valid.OMSId, InstrumentId })),
        ),
      ),
    ),
  first: (reply): Level1Message => snapshot(reply),
  key: (params) => streamKey(params, params.InstrumentId),
  routes: ({ InstrumentId }) => [String(InstrumentId)],
  present: () => keepLatest<Level1>(),
});
