import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { defer, distinctUntilChanged, identity, map, merge, type Observable, of, scan } from 'rxjs';
import { wallNow } from '../../clock.ts';
import { isObject } from '../../codec/isObject.ts';
import type { Connection } from '../../connection/connection.ts';
import { InvalidRequest } from '../../errors.ts';
import { oneOf, wrongOptions } from '../../misfits.ts';
import type { Trust } from '../../streams/kept.ts';
import type { InstrumentParams } from '../../topics/instrumentId.ts';
import { SubscribeTicker } from '../../topics/SubscribeTicker.ts';
import { isCount, wrongHistory } from '../historyInput.ts';
import { noTrust, trustFailed } from '../trust.ts';
import type { Wanted } from './barSeries.ts';
import { barsEngineOf, type SeriesParams } from './barsEngine.ts';
import { type BarsShown, type BarsView, barsView } from './barsView.ts';
import type { KeptBars } from './keptBars.ts';
import { withSkipped } from './skipped.ts';
import { withUntold } from './untold.ts';

/** The bars of one interval length, with how far they can be trusted. Shared by all subscribers and never changed. */
export interface Bars extends Trust, Omit<BarsView, 'isWhole'> {
  /** The length of the bars, in seconds. */
  readonly Interval: number;
}

/** Parameters of {@link bars$}. */
export type BarsParams = InstrumentParams &
  (
    | {
        /** The length of the bars, in seconds; see `TickerInterval`. */
        readonly Interval: number;
        readonly Intervals?: undefined;
      }
    | {
        readonly Interval?: undefined;
        /** Several lengths at once, in seconds, each once; each emitted value has the bars of one length. */
        readonly Intervals: readonly number[];
      }
  ) & {
    /**
     * How much history to load and to keep: a number of bars, 2 at least, or all bars from a time on. A number counts
     * from the newest bar back, so that where the exchange has gaps fewer bars may be loaded. After a loss that has
     * lasted longer, the bars before that are not told, but their time is in `gaps`: where none may be missed, give the
     * time.
     *
     * @default 100
     */
    readonly history?: number | { readonly from: Date } | undefined;
    /**
     * What to do where the exchange has no bars. `mark` lists these times in `gaps`. `fill` adds idle bars at the last
     * close, up to 10,000 a gap; what was skipped after a long loss is listed. `leave` does nothing. @default 'mark'
     */
    readonly gaps?: BarsShown['gaps'] | undefined;
  };

type HowMuch = Pick<BarsParams, 'history' | 'gaps'>;

const usualHistory = 100;
/** A bar is told once more when it is final, which the next one in progress makes it. */
const leastHistory = 2;

/** How much of the past is wanted, where that can be told. */
const wantedBy = (history: BarsParams['history'] = usualHistory): E.Either<InvalidRequest, Wanted> => {
  if (isCount(history)) return E.right({ count: Math.max(leastHistory, history), from: Infinity });
  const from = isObject(history) && history.from instanceof Date ? history.from.getTime() : NaN;
  return Number.isNaN(from)
    ? E.left(wrongHistory(SubscribeTicker.name, 'an integer of 0 or more, or { from: Date }', history))
    : E.right({ count: leastHistory, from });
};

const gapShapes = { gaps: oneOf('mark', 'fill', 'leave') };

/** What is shown of the bars, where it can be told. */
const shownBy = ({ history, gaps = 'mark' }: HowMuch): E.Either<InvalidRequest, BarsShown> => {
  const wrong = wrongOptions(SubscribeTicker.name, { gaps }, gapShapes);
  if (wrong !== undefined) return E.left(wrong);
  return pipe(
    wantedBy(history),
    E.map((wanted) => ({ wanted, gaps })),
  );
};

/** A consumer who wants more than is there is not told `live` until that has come, since when it asked. */
const trustOf = ({ trust }: KeptBars, isWhole: boolean, askedAt: number): Trust =>
  trust.status === 'live' && !isWhole ? { ...trust, status: 'restoring', since: askedAt } : trust;

/** What is not live for one reason, and then for another, has changed once. */
const asOneChange = (before: Bars, bars: Bars): Bars =>
  bars.status === before.status ? { ...bars, since: before.since } : bars;

/** Whether one telling after another says nothing new: more of the past may have come for somebody else. */
const saysNothing = (one: Bars, other: Bars): boolean =>
  other.changed.length === 0 &&
  one.status === other.status &&
  one.epoch === other.epoch &&
  one.cause === other.cause;

/** The bars of a series, as one consumer wants them. */
const shownBars$ = (
  connection: Connection,
  params: SeriesParams,
  shown: BarsShown,
): Observable<Omit<Bars, 'Interval'>> => {
  const askedAt = wallNow();
  const engine = barsEngineOf(connection, params);
  engine.want(shown.wanted);
  return engine.kept$.pipe(
    map((kept) => {
      const { isWhole, ...view } = barsView(kept.series, shown);
      return { ...trustOf(kept, isWhole, askedAt), ...view };
    }),
  );
};

const noBars = (cause: InvalidRequest): Omit<Bars, 'Interval'> => {
  const now = wallNow();
  return { ...trustFailed(noTrust(now), now, cause), bars: [], changed: [], gaps: [], revised: 0 };
};

const noLengths = (): InvalidRequest =>
  new InvalidRequest(SubscribeTicker.name, [
    { path: 'Intervals', expected: 'one length or more', found: 'an empty array' },
  ]);

const barsOver = (connection: Connection, params: SeriesParams, howMuch: HowMuch): Observable<Bars> =>
  defer(() =>
    pipe(
      SubscribeTicker.settle(params),
      E.chain(() => shownBy(howMuch)),
      E.match(
        (cause) => of(noBars(cause)),
        (shown) => shownBars$(connection, params, shown),
      ),
    ),
  ).pipe(
    map((bars) => ({ ...bars, Interval: params.Interval })),
    scan(asOneChange),
    howMuch.gaps === 'leave' ? identity : withSkipped(),
    distinctUntilChanged(saysNothing),
    map((bars, index) => (index === 0 ? { ...bars, changed: bars.bars } : bars)),
    withUntold(),
  );

/**
 * The bars of an instrument, of one length or several, with history and live updates in one series. It lasts over
 * reconnects: what was missed meanwhile is requested from the exchange. No login needed.
 *
 * It emits at once: the current bars, or none with `status: 'restoring'`. Then it emits whenever the bars or the
 * `status` change. Only with `status: 'live'` are the bars known to be complete. After a loss the last bars stay,
 * `restoring`, until the missed ones are there. Changes from the time between are in `changed` of the next `live`
 * value.
 *
 * A later report of the exchange replaces an earlier one with the same `begin`. A bar is final when a later bar has
 * come, or 5 s after its end on the exchange's clock. If a final bar changes, it is in `changed` again and counted in
 * `revised`. A symbol is looked up on every connection. If it now stands for another instrument, the series restarts
 * with that instrument's bars and keeps none of the old ones.
 *
 * Cold; subscribers of one instrument and length share one subscription at the exchange and one series, whatever
 * `history` each wants. When the last one unsubscribes, the subscription at the exchange ends.
 *
 * It never errors. It completes when the client is closed, and after a value with `status: 'failed'` and its `cause`:
 * there is no such instrument, the parameters cannot be sent, `history` or `gaps` is not valid, `Intervals` is empty, or
 * the client stopped reconnecting. A length that the exchange refuses is asked for again and again: until it is granted
 * the status is `restoring`, with the refusal as `cause`.
 *
 * @example
 * bars$(client, { Symbol: 'BTCUSDT', Interval: TickerInterval.OneMinute, history: 500 })
 *   .pipe(whenLive())
 *   .subscribe(({ changed }) => changed.filter(({ isFinal }) => isFinal).forEach((bar) => console.log(bar.close)));
 */
export const bars$ = (connection: Connection, params: BarsParams): Observable<Bars> => {
  const { history, gaps, Interval, Intervals, ...instrument } = params;
  const intervals = [...new Set(Intervals ?? [Interval])];
  if (intervals.length === 0) return defer(() => of({ ...noBars(noLengths()), Interval: NaN }));
  return merge(
    ...intervals.map((length) =>
      barsOver(connection, { ...instrument, Interval: length }, { history, gaps }),
    ),
  );
};
