import type * as t from 'io-ts';
import { CountInput, IntegerInput } from '../codec/inputs/IntegerInput.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { request } from '../codec/inputs/request.ts';
import { together } from '../codec/inputs/together.ts';
import { TradeColumn, type TradeRow, TradeRows } from '../codec/records/TradeRow.ts';
import { endpoint } from '../endpoint.ts';
import { readExactJson } from '../json/exactJson.ts';
import { withNumberRows } from '../json/numberRows.ts';
import { type SnapshotOrUpdate, snapshotOrUpdate } from '../streams/SnapshotOrUpdate.ts';
import { type Topic, topicWith } from '../streams/topic.ts';
import { topicEvent } from '../streams/topicEvent.ts';
import type { Fold } from '../streams/topicSpec.ts';
import { byRoute } from './byRoute.ts';
import { instrumentByIdOrSymbol } from './instrumentByIdOrSymbol.ts';
import { settleInstrument } from './instrumentId.ts';
import { lastEntries } from './lastEntries.ts';
import { unsubscribeFrom } from './ofInstrument.ts';
import { apartBy, routeInRows } from './routeOfBroken.ts';
import { streamKey } from './streamKey.ts';

const count = {
  /**
   * The minimum number of past trades in the snapshot. If another consumer already asked for more, it has that many.
   *
   * @default 100
   */
  IncludeLastCount: CountInput,
};
const parameters = instrumentByIdOrSymbol({}, together(oms, count));
/** What `SubscribeTrades` takes. @useDeclaredType */
export type SubscribeTradesRequest = t.TypeOf<typeof parameters>;

/** Past or new trades, the oldest first. */
export type TradesMessage = SnapshotOrUpdate<readonly TradeRow[]>;

const usualCount = 100;

const subscribe = endpoint({
  name: 'SubscribeTrades',
  request: request(
    together(
      {
        /** The instrument. */
        InstrumentId: IntegerInput,
      },
      count,
    ),
    oms,
  ),
  reply: TradeRows,
  // Any trader can choose the client order id in a row. If read as a double, a large one would be refused as rounded.
  read: withNumberRows(readExactJson),
});

const updates = topicEvent<readonly TradeRow[]>({
  name: 'TradeDataUpdateEvent',
  codec: TradeRows,
  read: withNumberRows(readExactJson),
  route: (payload, deliver) => byRoute(payload, (row) => row[TradeColumn.InstrumentId], deliver),
  parts: apartBy(TradeColumn.InstrumentId),
  routesOfBroken: routeInRows(TradeColumn.InstrumentId),
});

const idOf = (row: TradeRow): number | bigint => row[TradeColumn.TradeId];

const trades: Fold<
  readonly TradeRow[],
  { readonly IncludeLastCount: number },
  readonly TradeRow[],
  readonly TradeRow[]
> = {
  begin: (reply) => reply,
  apply: (state, rows, { IncludeLastCount }) =>
    lastEntries(state, rows, idOf, Math.max(IncludeLastCount, usualCount)),
  news: (rows, state) => {
    const known = new Set(state.map(idOf));
    const news = rows.filter((row) => !known.has(idOf(row)));
    return news.length === 0 ? undefined : news;
  },
};

/**
 * The public trades of an instrument. No login needed; shared per instrument. A refusal is a `GatewayError`.
 *
 * After a reconnect the snapshot overlaps with earlier trades: use the ids to skip those you already have.
 *
 * @example
 * subscribe$(client, SubscribeTrades, { InstrumentId: 1 }).subscribe(({ _tag, payload }) =>
 *   console.log(_tag, payload.map((row) => [row[TradeColumn.Price], row[TradeColumn.Quantity]])),
 * );
 */
export const SubscribeTrades: Topic<SubscribeTradesRequest, readonly TradeRow[], TradesMessage> = topicWith({
  subscribe,
  unsubscribe: unsubscribeFrom('UnsubscribeTrades'),
  events: [updates],
  parameters,
  settle: ({ IncludeLastCount = usualCount, ...params }) =>
    settleInstrument(subscribe.name, params, (InstrumentId) => ({
      OMSId: params.OMSId,
      InstrumentId,
      IncludeLastCount,
    })),
  messages: snapshotOrUpdate<readonly TradeRow[]>(),
  key: (params) => streamKey(params, params.InstrumentId),
  routes: ({ InstrumentId }) => [String(InstrumentId)],
  amount: ({ IncludeLastCount }) => IncludeLastCount,
  fold: trades,
  whenUnreadable: 'skip',
});
