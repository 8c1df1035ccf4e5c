import type * as t from 'io-ts';
import { map } from 'rxjs';
import { CountInput, IntegerInput, PositiveInput } from '../codec/inputs/IntegerInput.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { request } from '../codec/inputs/request.ts';
import { TickerInterval } from '../codec/enums/TickerInterval.ts';
import { TickerColumn, type TickerRow, TickerRows } from '../codec/records/TickerRow.ts';
import { together } from '../codec/inputs/together.ts';
import { endpoint } from '../endpoint.ts';
import { readJson } from '../json/json.ts';
import { withNumberRows } from '../json/numberRows.ts';
import { type Topic, topic, topicEvent } from '../streams/topic.ts';
import { byRoute } from './byRoute.ts';
import { keepLast } from './keepLast.ts';
import { unsubscribeFrom } from './ofInstrument.ts';
import { numberAt } from './routeOfBroken.ts';
import { settle } from './settle.ts';
import { snapshot, type SnapshotOrUpdate, update } from './SnapshotOrUpdate.ts';
import { streamKey } from './streamKey.ts';

const parameters = request(
  {
    /** The instrument. */
    InstrumentId: IntegerInput,
    /** The length of the bars in seconds; see `TickerInterval`. */
    Interval: PositiveInput,
  },
  together(oms, {
    /**
     * How many bars of the past the snapshot holds. The stream is shared, so the first consumer decides.
     *
     * @default 100
     */
    IncludeLastCount: CountInput,
  }),
);
/** What `SubscribeTicker` takes. @interface */
export type SubscribeTickerRequest = t.TypeOf<typeof parameters>;

/** The last bars, or new ones, the oldest first; a bar that begins when an earlier one did replaces it. */
export type TickerMessage = SnapshotOrUpdate<readonly TickerRow[]>;

const usualCount = 100;
const { BeginDateTime, EndDateTime, InstrumentId } = TickerColumn;

const subscribe = endpoint({
  name: 'SubscribeTicker',
  request: parameters,
  read: withNumberRows(readJson),
  reply: TickerRows,
});

const lengths: ReadonlySet<number> = new Set(Object.values(TickerInterval));

/** Where a bar does not tell its interval, all intervals of the instrument get it. */
const routeOf = (instrument: number, begin: number | undefined, end: number | undefined): string => {
  const seconds = ((end ?? NaN) - (begin ?? NaN)) / 1000;
  return `${instrument}:${lengths.has(seconds) ? seconds : '?'}`;
};

const routeOfBroken = (u: unknown): string | undefined => {
  const rows: readonly unknown[] = Array.isArray(u) ? u : [];
  const row = rows.find((candidate) => numberAt(candidate, InstrumentId) !== undefined);
  const instrument = numberAt(row, InstrumentId);
  return instrument === undefined
    ? undefined
    : routeOf(instrument, numberAt(row, BeginDateTime), numberAt(row, EndDateTime));
};

const updates = topicEvent<readonly TickerRow[], TickerMessage>({
  name: 'TickerDataUpdateEvent',
  codec: TickerRows,
  read: withNumberRows(readJson),
  route: (payload, deliver) =>
    byRoute(
      payload,
      (row) => routeOf(row[InstrumentId], row[BeginDateTime], row[EndDateTime]),
      (route, rows) => deliver(route, update(rows)),
    ),
  routeOfBroken,
});

/**
 * The bars of an instrument, of one length. No login needed; shared by instrument and interval. A refusal is a
 * `GatewayError`.
 *
 * @example
 * subscribe$(client, SubscribeTicker, { InstrumentId: 1, Interval: TickerInterval.OneMinute }).subscribe(
 *   ({ _tag, payload }) => console.log(_tag, payload.map(tickerRowToObject)),
 * );
 */
export const SubscribeTicker: Topic<SubscribeTickerRequest, TickerMessage> = topic({
  subscribe,
  unsubscribe: unsubscribeFrom('UnsubscribeTicker'),
  events: [updates],
  resolve: (_connection, params: SubscribeTickerRequest) =>
    settle(subscribe, params).pipe(
      map((valid) => ({ ...valid, IncludeLastCount: valid.IncludeLastCount ?? usualCount })),
    ),
  first: (reply): TickerMessage => snapshot(reply),
  key: (params) => streamKey(params, params.InstrumentId, params.Interval),
  // The unsubscribe has no interval: it ends all of an instrument.
  group: (params) => streamKey(params, params.InstrumentId),
  routes: ({ InstrumentId: instrument, Interval }) => [`${instrument}:${Interval}`, `${instrument}:?`],
  present: ({ IncludeLastCount = usualCount }) =>
    keepLast<TickerRow>(
      Math.max(IncludeLastCount, usualCount),
      (row) => row[BeginDateTime] ?? row[EndDateTime],
    ),
});
