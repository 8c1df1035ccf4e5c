import type * as t from 'io-ts';
import { CountInput, IntegerInput, PositiveInput } from '../codec/inputs/IntegerInput.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { request } from '../codec/inputs/request.ts';
import { together } from '../codec/inputs/together.ts';
import { TickerColumn, type TickerRow, TickerRows } from '../codec/records/TickerRow.ts';
import { endpoint } from '../endpoint.ts';
import { readJson } from '../json/json.ts';
import { withNumberRows } from '../json/numberRows.ts';
import { type SnapshotOrUpdate, snapshotOrUpdate } from '../streams/SnapshotOrUpdate.ts';
import { type Topic, topicWith } from '../streams/topic.ts';
import { topicEvent } from '../streams/topicEvent.ts';
import type { Fold } from '../streams/topicSpec.ts';
import { barRoute, routeBars } from './barRoute.ts';
import { instrumentByIdOrSymbol } from './instrumentByIdOrSymbol.ts';
import { settleInstrument } from './instrumentId.ts';
import { lastEntries } from './lastEntries.ts';
import { unsubscribeFrom } from './ofInstrument.ts';
import { numberAt, rowsApart } from './routeOfBroken.ts';
import { streamKey } from './streamKey.ts';

const interval = {
  /** The length of a bar in seconds; see `TickerInterval`. */
  Interval: PositiveInput,
};
const count = {
  /**
   * The minimum number of past bars in the snapshot. If another consumer already asked for more, it has that many.
   *
   * @default 100
   */
  IncludeLastCount: CountInput,
};
const parameters = instrumentByIdOrSymbol(interval, together(oms, count));
/** What `SubscribeTicker` takes. @useDeclaredType */
export type SubscribeTickerRequest = t.TypeOf<typeof parameters>;

/** Past or new bars, the oldest first. A bar replaces an earlier one with the same begin. */
export type TickerMessage = SnapshotOrUpdate<readonly TickerRow[]>;

const usualCount = 100;
const { BeginDateTime, EndDateTime, InstrumentId, Volume } = TickerColumn;

const subscribe = endpoint({
  name: 'SubscribeTicker',
  request: request(
    together(
      {
        /** The instrument. */
        InstrumentId: IntegerInput,
      },
      together(interval, count),
    ),
    oms,
  ),
  read: withNumberRows(readJson),
  reply: TickerRows,
});

const updates = topicEvent<readonly TickerRow[]>({
  name: 'TickerDataUpdateEvent',
  codec: TickerRows,
  read: withNumberRows(readJson),
  route: routeBars,
  parts: rowsApart((row) => {
    const instrument = numberAt(row, InstrumentId);
    return instrument === undefined ? undefined : barRoute(instrument, row);
  }),
  routesOfBroken: (u) =>
    (Array.isArray(u) ? u : []).flatMap((row) => {
      const instrument = numberAt(row, InstrumentId);
      return instrument === undefined ? [] : [barRoute(instrument, row)];
    }),
});

const beginOf = (row: TickerRow): number => row[BeginDateTime] ?? row[EndDateTime];

/** Of two versions of one bar, the one with more volume is newer. */
const isOlder = (row: TickerRow, last: TickerRow | undefined): boolean =>
  last !== undefined &&
  (beginOf(row) < beginOf(last) ||
    (beginOf(row) === beginOf(last) && Number(row[Volume]) < Number(last[Volume])));

const bars: Fold<
  readonly TickerRow[],
  { readonly IncludeLastCount: number },
  readonly TickerRow[],
  readonly TickerRow[]
> = {
  begin: (reply) => reply,
  apply: (state, rows, { IncludeLastCount }) =>
    lastEntries(state, rows, beginOf, Math.max(IncludeLastCount, usualCount)),
  news: (rows, state) => {
    const news = rows.filter((row) => !isOlder(row, state.at(-1)));
    return news.length === 0 ? undefined : news;
  },
};

/**
 * The bars of an instrument in one interval. No login needed; shared per instrument and interval. A refusal is a
 * `GatewayError`.
 *
 * @example
 * subscribe$(client, SubscribeTicker, { InstrumentId: 1, Interval: TickerInterval.OneMinute }).subscribe(
 *   ({ _tag, payload }) => console.log(_tag, payload.map(tickerRowToObject)),
 * );
 */
export const SubscribeTicker: Topic<SubscribeTickerRequest, readonly TickerRow[], TickerMessage> = topicWith({
  subscribe,
  unsubscribe: unsubscribeFrom('UnsubscribeTicker'),
  events: [updates],
  parameters,
  settle: ({ IncludeLastCount = usualCount, Interval, ...params }) =>
    settleInstrument(subscribe.name, params, (InstrumentId) => ({
      OMSId: params.OMSId,
      InstrumentId,
      Interval,
      IncludeLastCount,
    })),
  messages: snapshotOrUpdate<readonly TickerRow[]>(),
  key: (params) => streamKey(params, params.InstrumentId, params.Interval),
  // The unsubscribe has no interval: it ends all bar streams of the instrument.
  group: (params) => streamKey(params, params.InstrumentId),
  routes: ({ InstrumentId: instrument, Interval }) => [`${instrument}:${Interval}`],
  amount: ({ IncludeLastCount }) => IncludeLastCount,
  fold: bars,
  whenUnreadable: 'skip',
});
