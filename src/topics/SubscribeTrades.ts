import type * as t from 'io-ts';
import { map } from 'rxjs';
import { CountInput, IntegerInput } from '../codec/inputs/IntegerInput.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { request } from '../codec/inputs/request.ts';
import { together } from '../codec/inputs/together.ts';
import { TradeColumn, type TradeRow, TradeRows } from '../codec/records/TradeRow.ts';
import { endpoint } from '../endpoint.ts';
import { readExactJson } from '../json/exactJson.ts';
import { withNumberRows } from '../json/numberRows.ts';
import { type Topic, topic, topicEvent } from '../streams/topic.ts';
import { byRoute } from './byRoute.ts';
import { keepLast } from './keepLast.ts';
import { unsubscribeFrom } from './ofInstrument.ts';
import { routeInRows } from './routeOfBroken.ts';
import { settle } from './settle.ts';
import { snapshot, type SnapshotOrUpdate, update } from './SnapshotOrUpdate.ts';
import { streamKey } from './streamKey.ts';

const parameters = request(
  {
    /** The instrument. */
    InstrumentId: IntegerInput,
  },
  together(oms, {
    /**
     * How many trades of the past the snapshot holds. The stream is shared, so the first consumer decides.
     *
     * @default 100
     */
    IncludeLastCount: CountInput,
  }),
);
/** What `SubscribeTrades` takes. @interface */
export type SubscribeTradesRequest = t.TypeOf<typeof parameters>;

/** The last trades, or new ones, the oldest first. */
export type TradesMessage = SnapshotOrUpdate<readonly TradeRow[]>;

const usualCount = 100;

const subscribe = endpoint({
  name: 'SubscribeTrades',
  request: parameters,
  reply: TradeRows,
  // Any trader chooses the client order id in a row, and so could have one refused as rounded.
  read: withNumberRows(readExactJson),
});

const updates = topicEvent<readonly TradeRow[], TradesMessage>({
  name: 'TradeDataUpdateEvent',
  codec: TradeRows,
  read: withNumberRows(readExactJson),
  route: (payload, deliver) =>
    byRoute(
      payload,
      (row) => row[TradeColumn.InstrumentId],
      (route, rows) => deliver(route, update(rows)),
    ),
  routeOfBroken: routeInRows(TradeColumn.InstrumentId),
});

const idsOf = ({ payload }: TradesMessage): ReadonlySet<number | bigint> =>
  new Set(payload.map((row) => row[TradeColumn.TradeId]));

/**
 * The public trades of an instrument. No login needed; shared by instrument. A refusal is a `GatewayError`.
 *
 * After a reconnect the snapshot overlaps with what came before: tell the trades apart by their ids.
 *
 * @example
 * subscribe$(client, SubscribeTrades, { InstrumentId: 1 }).subscribe(({ _tag, payload }) =>
 *   console.log(_tag, payload.map((row) => [row[TradeColumn.Price], row[TradeColumn.Quantity]])),
 * );
 */
export const SubscribeTrades: Topic<SubscribeTradesRequest, TradesMessage> = topic({
  subscribe,
  unsubscribe: unsubscribeFrom('UnsubscribeTrades'),
  events: [updates],
  resolve: (_connection, params: SubscribeTradesRequest) =>
    settle(subscribe, params).pipe(
      map((valid) => ({ ...valid, IncludeLastCount: valid.IncludeLastCount ?? usualCount })),
    ),
  first: (reply): TradesMessage => snapshot(reply),
  key: (params) => streamKey(params, params.InstrumentId),
  routes: ({ InstrumentId }) => [String(InstrumentId)],
  present: ({ IncludeLastCount = usualCount }) =>
    keepLast<TradeRow>(Math.max(IncludeLastCount, usualCount), (row) => row[TradeColumn.TradeId]),
  isContained: (last, event) => {
    const known = idsOf(last);
    return event.payload.every((row) => known.has(row[TradeColumn.TradeId]));
  },
});
