import {
  asyncScheduler,
  BehaviorSubject,
  catchError,
  distinctUntilChanged,
  EMPTY,
  map,
  merge,
  type Observable,
  of,
  switchMap,
  tap,
} from 'rxjs';
import type { TickerRow } from '../../codec/records/TickerRow.ts';
import type { Connection } from '../../connection/connection.ts';
import { inner } from '../../connection/inner.ts';
import { GetTickerHistory } from '../../endpoints/market-data/GetTickerHistory.ts';
import { isClientError } from '../../errors.ts';
import { request$ } from '../../requests/request.ts';
import { SubscribeTicker, type TickerMessage } from '../../topics/SubscribeTicker.ts';
import { type ExchangeClock, exchangeClockOf } from '../exchangeClock.ts';
import { answers, machine$, type Step } from '../machine.ts';
import { patiently } from '../patience.ts';
import { sharedBy, sharedState$ } from '../shared.ts';
import { type StreamEvent, streamEvents$ } from '../streamEvents.ts';
import { barOf } from './bar.ts';
import { finalAt, type Span, type Wanted } from './barSeries.ts';
import { emptyKeptBars, type KeptBars, type KeptBarsInput, reduceKeptBars } from './keptBars.ts';
import type { BarAsk } from './reduceBars.ts';

/** One series: an instrument, its id known, and a length in seconds. */
export interface SeriesParams {
  readonly OMSId?: number | undefined;
  readonly InstrumentId: number;
  readonly Interval: number;
}

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

/** The answer to an ask; where the exchange refuses or cannot be understood, that is told on `error$`. */
const history$ = (
  connection: Connection,
  params: SeriesParams,
  { page }: BarAsk,
): Observable<KeptBarsInput> => {
  const { report } = connection[inner];
  const answer = (rows: readonly TickerRow[] | undefined): KeptBarsInput => ({ _tag: 'History', page, rows });
  return request$(connection, GetTickerHistory, { ...params, ...datesOf(page) }).pipe(
    patiently(report),
    map(answer),
    catchError((error: unknown) => {
      if (isClientError(error)) report(error);
      return of(answer(undefined));
    }),
  );
};

/** Has the last bar end by the exchange's clock. */
const clockInputs = (clock: ExchangeClock, kept$: Observable<KeptBars>): Observable<KeptBarsInput> =>
  kept$.pipe(
    map(({ series }) => finalAt(series)),
    distinctUntilChanged(),
    switchMap((due) => (due === undefined ? EMPTY : clock.reaches$(due))),
    map((now) => ({ _tag: 'Time', now })),
  );

const seeTimes = (clock: ExchangeClock, event: StreamEvent<TickerMessage>, length: number): void => {
  if (event._tag !== 'Message') return;
  // Of a bar only the begin is past for certain.
  for (const row of event.message.payload) clock.see(barOf(row, length).begin);
};

const createEngine = (connection: Connection, params: SeriesParams, forget: () => void): BarsEngine => {
  const clock = exchangeClockOf(connection);
  const wants = new BehaviorSubject<Wanted>({ count: 1, from: Infinity });
  const event$ = streamEvents$(connection, SubscribeTicker, params).pipe(
    tap({
      next: (event) => seeTimes(clock, event, params.Interval * 1_000),
      complete: () => wants.complete(),
    }),
  );
  const wanted$ = wants.pipe(map((wanted): KeptBarsInput => ({ _tag: 'Wanted', wanted })));
  const react = (step$: Observable<Step<KeptBars, BarAsk>>): Observable<KeptBarsInput> =>
    merge(
      step$.pipe(
        answers(
          (ask) => history$(connection, params, ask),
          ({ series }) => series.phase._tag === 'Lost',
        ),
      ),
      clockInputs(clock, step$.pipe(map(([kept]) => kept))),
    );
  return {
    want: ({ count, from }) => {
      const { value } = wants;
      wants.next({ count: Math.max(count, value.count), from: Math.min(from, value.from) });
    },
    kept$: sharedState$(
      machine$({
        initial: () => emptyKeptBars(params.Interval),
        reduce: (kept, input) => reduceKeptBars(kept, input, asyncScheduler.now()),
        input$: merge(wanted$, event$),
        react,
      }),
      forget,
    ),
  };
};

const engines = sharedBy<BarsEngine>();

/** The engine of a series over a connection; see {@link BarsEngine}. */
export const barsEngineOf = (connection: Connection, params: SeriesParams): BarsEngine => {
  const { OMSId = 1, InstrumentId, Interval } = params;
  return engines.of(connection, `${OMSId}/${InstrumentId}/${Interval}`, (forget) =>
    createEngine(connection, params, forget),
  );
};
