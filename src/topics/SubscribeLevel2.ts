import type * as t from 'io-ts';
import { IntegerInput, PositiveInput } from '../codec/inputs/IntegerInput.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { request } from '../codec/inputs/request.ts';
import { together } from '../codec/inputs/together.ts';
import { Level2Column, type Level2Row, Level2Rows } from '../codec/records/Level2Row.ts';
import { endpoint } from '../endpoint.ts';
import { readJson } from '../json/json.ts';
import { withNumberRows } from '../json/numberRows.ts';
import { snapshot, type SnapshotOrUpdate, update } from '../streams/SnapshotOrUpdate.ts';
import { type Topic, topicWith } from '../streams/topic.ts';
import { topicEvent } from '../streams/topicEvent.ts';
import { byRoute } from './byRoute.ts';
import { instrumentByIdOrSymbol } from './instrumentByIdOrSymbol.ts';
import { settleInstrument } from './instrumentId.ts';
import { applyRows, beginBook, type KeptBook, publishBook, rowsSince } from './keptBook.ts';
import { unsubscribeFrom } from './ofInstrument.ts';
import { apartBy, routeInRows } from './routeOfBroken.ts';
import { streamKey } from './streamKey.ts';

const instrument = {
  /** The instrument. */
  InstrumentId: IntegerInput,
};
const depth = {
  /**
   * How many levels per side to request. At least 500 are requested, because the exchange does not delete levels that
   * leave a smaller window: cut the result to the depth that you want.
   *
   * @default 500
   */
  Depth: PositiveInput,
};

const parameters = instrumentByIdOrSymbol({}, together(oms, depth));
/** What `SubscribeLevel2` takes. @useDeclaredType */
export type SubscribeLevel2Request = t.TypeOf<typeof parameters>;

/** A whole book, or its changes: apply the rows in the given order. */
export type Level2Message = SnapshotOrUpdate<readonly Level2Row[]>;

/** More levels than any observed book has. With fewer, levels that are gone would remain in the book. */
const leastDepth = 500;

const subscribe = endpoint({
  name: 'SubscribeLevel2',
  request: request(together(instrument, depth), oms),
  read: withNumberRows(readJson),
  reply: Level2Rows,
});

const updates = topicEvent<readonly Level2Row[]>({
  name: 'Level2UpdateEvent',
  codec: Level2Rows,
  read: withNumberRows(readJson),
  route: (payload, deliver) => byRoute(payload, (row) => row[Level2Column.ProductPairCode], deliver),
  parts: apartBy(Level2Column.ProductPairCode),
  routesOfBroken: routeInRows(Level2Column.ProductPairCode),
});

/**
 * The order book of an instrument: a snapshot, then each change. No login needed; shared per instrument, whatever the
 * depth. A refusal is a `GatewayError`, an unknown symbol an `InvalidRequest`.
 *
 * @example
 * subscribe$(client, SubscribeLevel2, { InstrumentId: 1 }).subscribe(({ _tag, payload }) =>
 *   console.log(_tag, payload.map((row) => [row[Level2Column.Price], row[Level2Column.Quantity]])),
 * );
 */
export const SubscribeLevel2: Topic<SubscribeLevel2Request, KeptBook, Level2Message> = topicWith({
  subscribe,
  unsubscribe: unsubscribeFrom('UnsubscribeLevel2'),
  events: [updates],
  parameters,
  settle: (params) =>
    settleInstrument(subscribe.name, params, (InstrumentId) => ({
      OMSId: params.OMSId,
      InstrumentId,
      Depth: Math.max(params.Depth ?? 0, leastDepth),
    })),
  messages: {
    snapshot: (book): Level2Message => snapshot(book.rows()),
    update,
  },
  key: (params) => streamKey(params, params.InstrumentId),
  routes: ({ InstrumentId }) => [String(InstrumentId)],
  amount: ({ Depth }) => Depth,
  fold: { begin: beginBook, apply: applyRows, publish: publishBook, news: rowsSince },
  isRetaining: false,
});
