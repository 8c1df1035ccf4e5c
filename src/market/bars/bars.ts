import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { defer, distinctUntilChanged, map, merge, type Observable, of, scan } from 'rxjs';
import { wallNow } from '../../clock.ts';
import { isObject } from '../../codec/isObject.ts';
import type { Connection } from '../../connection/connection.ts';
import type { InvalidRequest } from '../../errors.ts';
import type { Trust } from '../../streams/kept.ts';
import type { InstrumentParams } from '../../topics/instrumentId.ts';
import { SubscribeTicker } from '../../topics/SubscribeTicker.ts';
import { isCount, wrongHistory } from '../historyInput.ts';
import { noTrust, trustFailed } from '../trust.ts';
import type { Wanted } from './barSeries.ts';
import { barsEngineOf, type SeriesParams } from './barsEngine.ts';
import { type BarsShown, type BarsView, barsView } from './barsView.ts';
import type { KeptBars } from './keptBars.ts';
import { withUntold } from './untold.ts';

/** The bars of one length, and how far they can be trusted. Shared by all consumers and never changed. */
export interface Bars extends Trust, Omit<BarsView, 'isWhole'> {
  /** How long they are, in seconds. */
  readonly Interval: number;
}

/** What {@link bars$} takes. */
export type BarsParams = InstrumentParams &
  (
    | {
        /** How long the bars are, in seconds; see `TickerInterval`. */
        readonly Interval: number;
        readonly Intervals?: undefined;
      }
    | {
        readonly Interval?: undefined;
        /** Several lengths at once; the bars of each come by themselves. */
        readonly Intervals: readonly number[];
      }
  ) & {
    /** How much of the past there is to be: the last so many bars, or all from a time on. @default 100 */
    readonly history?: number | { readonly from: Date } | undefined;
    /**
     * What is done about times of which the exchange has no bars: they are told in `gaps`, filled with idle bars at the
     * close before them, up to 10,000 a gap, or left as they are. @default 'mark'
     */
    readonly gaps?: BarsShown['gaps'] | undefined;
  };

const usualHistory = 100;

/** How much of the past is wanted, where that can be told. */
const wantedBy = (history: BarsParams['history'] = usualHistory): E.Either<InvalidRequest, Wanted> => {
  if (isCount(history)) return E.right({ count: Math.max(1, history), from: Infinity });
  const from = isObject(history) && history.from instanceof Date ? history.from.getTime() : NaN;
  return Number.isNaN(from)
    ? E.left(wrongHistory(SubscribeTicker.name, 'an integer of 0 or more, or { from: Date }', history))
    : E.right({ count: 1, from });
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

const barsOver = (
  connection: Connection,
  params: SeriesParams,
  { history, gaps = 'mark' }: Pick<BarsParams, 'history' | 'gaps'>,
): Observable<Bars> =>
  defer(() =>
    pipe(
      SubscribeTicker.settle(params),
      E.chain(() => wantedBy(history)),
      E.match(
        (cause) => of(noBars(cause)),
        (wanted) => shownBars$(connection, params, { wanted, gaps }),
      ),
    ),
  ).pipe(
    map((bars) => ({ ...bars, Interval: params.Interval })),
    scan(asOneChange),
    distinctUntilChanged(saysNothing),
    map((bars, index) => (index === 0 ? { ...bars, changed: bars.bars } : bars)),
    withUntold(),
  );

/**
 * The bars of an instrument, of one length or several, history and stream as one: kept over any number of reconnects,
 * and what was missed meanwhile asked for. No login needed.
 *
 * Emits at once, the present bars or `restoring` and none, then with every change, of the bars or of `status`. Only
 * what has `status: 'live'` is known to be whole, and what changed while it was not is in `changed` of the next live; after
 * a loss the bars of before stay, `restoring`, until what was missed is there. A symbol is looked up on every socket: where
 * it stands for another instrument by then, the bars are
 * that one's, and none of before. A bar is told apart by its begin; a later row of the exchange's takes the place of an earlier one.
 * It is final when a later bar has come, or 5 s after its end on the exchange's clock; one that changes all the same
 * is in `changed` once more and counted in `revised`.
 *
 * Cold; consumers of one instrument and length share one subscription at the exchange and one series, however much of
 * the past each wants. Unsubscribing lets go of it, and the last one ends it. It completes when the client is closed,
 * and after `failed`, which is told where it cannot be had: no such instrument, parameters that cannot be sent, a
 * `history` that is none, or the connection was given up. It does not error.
 *
 * @example
 * bars$(client, { Symbol: 'BTCUSDT', Interval: TickerInterval.OneMinute, history: 500 })
 *   .pipe(whenLive())
 *   .subscribe(({ changed }) => changed.filter(({ isFinal }) => isFinal).forEach((bar) => console.log(bar.close)));
 */
export const bars$ = (connection: Connection, params: BarsParams): Observable<Bars> => {
  const { history, gaps, Interval, Intervals, ...instrument } = params;
  const intervals = Intervals ?? [Interval];
  return merge(
    ...intervals.map((length) =>
      barsOver(connection, { ...instrument, Interval: length }, { history, gaps }),
    ),
  );
};
