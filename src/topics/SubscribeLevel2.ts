import type * as t from 'io-ts';
import { map, switchMap } from 'rxjs';
import { IntegerInput, PositiveInput } from '../codec/inputs/IntegerInput.ts';
import { Level2Column, type Level2Row, Level2Rows } from '../codec/records/Level2Row.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { request } from '../codec/inputs/request.ts';
import { together } from '../codec/inputs/together.ts';
import { endpoint } from '../endpoint.ts';
import { readJson } from '../json/json.ts';
import { withNumberRows } from '../json/numberRows.ts';
import { type Topic, topic, topicEvent } from '../streams/topic.ts';
import { byRoute } from './byRoute.ts';
import { instrumentByIdOrSymbol } from './instrumentByIdOrSymbol.ts';
import { resolveInstrumentId } from './instrumentId.ts';
import { keepLevels } from './keepLevels.ts';
import { unsubscribeFrom } from './ofInstrument.ts';
import { routeInRows } from './routeOfBroken.ts';
import { settle } from './settle.ts';
import { snapshot, type SnapshotOrUpdate, update } from './SnapshotOrUpdate.ts';
import { streamKey } from './streamKey.ts';

const instrument = {
  /** The instrument. */
  InstrumentId: IntegerInput,
};
const depth = {
  /**
   * How many levels on each side the exchange is asked for. It is asked for 500 at least, as it does not delete what
   * leaves a smaller window: cut what comes to the depth that you want.
   *
   * @default 500
   */
  Depth: PositiveInput,
};

const parameters = instrumentByIdOrSymbol(together(oms, depth));
/** What `SubscribeLevel2` takes. @useDeclaredType */
export type SubscribeLevel2Request = t.TypeOf<typeof parameters>;

/** A whole book, or what changed in it: rows to be taken in the order in which they stand. */
export type Level2Message = SnapshotOrUpdate<readonly Level2Row[]>;

/** More than any book seen has; with less, levels are left behind that are gone. */
const leastDepth = 500;

const subscribe = endpoint({
  name: 'SubscribeLevel2',
  request: request(together(instrument, depth), oms),
  read: withNumberRows(readJson),
  reply: Level2Rows,
});

const updates = topicEvent<readonly Level2Row[], Level2Message>({
  name: 'Level2UpdateEvent',
  codec: Level2Rows,
  read: withNumberRows(readJson),
  route: (payload, deliver) =>
    byRoute(
      payload,
      (row) => row[Level2Column.ProductPairCode],
      (route, rows) => deliver(route, update(rows)),
    ),
  routeOfBroken: routeInRows(Level2Column.ProductPairCode),
});

const latestId = ({ payload }: Level2Message): number =>
  payload.reduce((latest, row) => Math.max(latest, row[Level2Column.MDUpdateId]), -Infinity);

/**
 * The order book of an instrument: all of it, then each change. No login needed; shared by instrument, whatever the
 * depth. A refusal is a `GatewayError`; an unknown symbol is an `InvalidRequest`.
 *
 * @example
 * subscribe$(client, SubscribeLevel2, { InstrumentId: 1 }).subscribe(({ _tag, payload }) =>
 *   console.log(_tag, payload.map((row) => [row[Level2Column.Price], row[Level2Column.Quantity]])),
 * );
 */
export const SubscribeLevel2: Topic<SubscribeLevel2Request, Level2Message> = topic({
  subscribe,
  unsubscribe: unsubscribeFrom('UnsubscribeLevel2'),
  events: [updates],
  resolve: (connection, params: SubscribeLevel2Request) =>
    settle({ name: subscribe.name, request: parameters }, params).pipe(
      switchMap((valid) =>
        resolveInstrumentId(connection, valid, subscribe.name).pipe(
          map((InstrumentId) => ({
            OMSId: valid.OMSId,
            InstrumentId,
            Depth: Math.max(valid.Depth ?? 0, leastDepth),
          })),
        ),
      ),
    ),
  first: (reply): Level2Message => snapshot(reply),
  key: (params) => streamKey(params, params.InstrumentId),
  routes: ({ InstrumentId }) => [String(InstrumentId)],
  present: keepLevels,
  isContained: (book, event) => latestId(event) <= latestId(book),
});
