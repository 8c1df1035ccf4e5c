import {
  BehaviorSubject,
  distinctUntilChanged,
  EMPTY,
  map,
  merge,
  type Observable,
  switchMap,
  tap,
} from 'rxjs';
import { wallNow } from '../../clock.ts';
import type { TickerRow } from '../../codec/records/TickerRow.ts';
import type { Connection } from '../../connection/connection.ts';
import { GetTickerHistory } from '../../endpoints/market-data/GetTickerHistory.ts';
import { request$ } from '../../requests/request.ts';
import type { InstrumentParams } from '../../topics/instrumentId.ts';
import { SubscribeTicker } from '../../topics/SubscribeTicker.ts';
import { asked$ } from '../asked.ts';
import { type ExchangeClock, exchangeClockOf } from '../exchangeClock.ts';
import { instrumentId$, instrumentKey } from '../instrument.ts';
import { answers, machine$, type Step } from '../machine.ts';
import { type RowInput, rowInputs$ } from '../rowInputs.ts';
import { sharedBy, sharedState$ } from '../shared.ts';
import { barOf } from './bar.ts';
import { finalAt, type Span, type Wanted } from './barSeries.ts';
import { emptyKeptBars, type KeptBars, type KeptBarsInput, reduceKeptBars } from './keptBars.ts';
import type { BarAsk } from './reduceBars.ts';

/** One series: an instrument, by id or symbol, and a length in seconds. */
export type SeriesParams = InstrumentParams & { readonly Interval: number };

/** The bars of one series over one connection, kept once for all consumers. */
export interface BarsEngine {
  /** The present state at once, then every change. */
  readonly kept$: Observable<KeptBars>;
  /** Has so much of the past be there, beside what others want. */
  readonly want: (wanted: Wanted) => void;
}

/** Whole seconds in UTC, as the exchange takes them. */
const dateText = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

const datesOf = ({ from, to }: Span) => ({
  FromDate: dateText(Math.max(0, Math.floor(from / 1_000) * 1_000)),
  ToDate: dateText(Math.ceil(to / 1_000) * 1_000),
});

/** The answer to an ask, of the instrument that the stream has begun with on this socket. */
const history$ = (
  connection: Connection,
  params: SeriesParams,
  { page }: BarAsk,
): Observable<KeptBarsInput> => {
  const { OMSId, Interval } = params;
  const rows$ = instrumentId$(connection, params, GetTickerHistory.name).pipe(
    switchMap((InstrumentId) =>
      request$(connection, GetTickerHistory, { OMSId, InstrumentId, Interval, ...datesOf(page) }),
    ),
  );
  return asked$(connection, rows$).pipe(map((rows) => ({ _tag: 'History', page, rows })));
};

/** Has the last bar end by the exchange's clock. */
const clockInputs = (clock: ExchangeClock, kept$: Observable<KeptBars>): Observable<KeptBarsInput> =>
  kept$.pipe(
    map(({ series }) => finalAt(series)),
    distinctUntilChanged(),
    switchMap((due) => (due === undefined ? EMPTY : clock.reaches$(due))),
    map((now) => ({ _tag: 'Time', now })),
  );

const seeTimes = (clock: ExchangeClock, input: RowInput<TickerRow>, length: number): void => {
  if (!('rows' in input)) return;
  // Of a bar only the begin is past for certain. One has no row where nothing is traded, and months differ in length.
  for (const row of input.rows) clock.see(barOf(row, length).begin, 2 * length);
};

/** What has changed is told all the same, beside how the series stands by now. */
const outlived = ({ series: { changed } }: KeptBars, { series, trust }: KeptBars): KeptBars => ({
  series: { ...series, changed },
  trust,
});

/** What a series asks for, and the times at which something in it is over. */
const inputsOf =
  (connection: Connection, params: SeriesParams) =>
  (step$: Observable<Step<KeptBars, BarAsk>>): Observable<KeptBarsInput> =>
    merge(
      step$.pipe(
        answers(
          (ask) => history$(connection, params, ask),
          ({ series }) => series.phase._tag === 'Lost',
        ),
      ),
      clockInputs(exchangeClockOf(connection), step$.pipe(map(([kept]) => kept))),
    );

const createEngine = (connection: Connection, params: SeriesParams, forget: () => void): BarsEngine => {
  const clock = exchangeClockOf(connection);
  const wants = new BehaviorSubject<Wanted>({ count: 1, from: Infinity });
  const row$ = rowInputs$(connection, SubscribeTicker, params).pipe(
    tap({
      next: (input) => seeTimes(clock, input, params.Interval * 1_000),
      complete: () => wants.complete(),
    }),
  );
  const wanted$ = wants.pipe(map((wanted): KeptBarsInput => ({ _tag: 'Wanted', wanted })));
  return {
    want: ({ count, from }) => {
      const { value } = wants;
      wants.next({ count: Math.max(count, value.count), from: Math.min(from, value.from) });
    },
    kept$: sharedState$(
      machine$({
        initial: () => emptyKeptBars(params.Interval),
        reduce: (kept, input) => reduceKeptBars(kept, input, wallNow()),
        input$: merge(wanted$, row$),
        react: inputsOf(connection, params),
      }),
      forget,
      outlived,
    ),
  };
};

const engines = sharedBy<BarsEngine>();

/** The engine of a series over a connection; see {@link BarsEngine}. */
export const barsEngineOf = (connection: Connection, params: SeriesParams): BarsEngine =>
  engines.of(connection, `${instrumentKey(params)} ${params.Interval}`, (forget) =>
    createEngine(connection, params, forget),
  );
