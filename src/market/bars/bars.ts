import {
  asyncScheduler,
  catchError,
  defer,
  distinctUntilChanged,
  map,
  merge,
  type Observable,
  of,
  switchMap,
  throwError,
} from 'rxjs';
import type { Connection } from '../../connection/connection.ts';
import { isClientError } from '../../errors.ts';
import type { Trust } from '../../streams/kept.ts';
import type { InstrumentParams } from '../../topics/instrumentId.ts';
import { instrumentId$ } from '../instrument.ts';
import { trustFailed } from '../trust.ts';
import type { Wanted } from './barSeries.ts';
import { barsEngineOf } from './barsEngine.ts';
import { type BarsShown, type BarsView, barsView } from './barsView.ts';
import { emptyKeptBars, type KeptBars } from './keptBars.ts';

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
     * close before them, or left as they are. @default 'mark'
     */
    readonly gaps?: BarsShown['gaps'] | undefined;
  };

const usualHistory = 100;

const wantedBy = (history: BarsParams['history'] = usualHistory): Wanted =>
  typeof history === 'number'
    ? { count: Math.max(1, history), from: Infinity }
    : { count: 1, from: history.from.getTime() };

/** A consumer who wants more than is there is not told `live` until that has come, since when it asked. */
const trustOf = ({ trust }: KeptBars, isWhole: boolean, askedAt: number): Trust =>
  trust.status === 'live' && !isWhole ? { ...trust, status: 'restoring', since: askedAt } : trust;

/** Whether one telling after another says nothing new: more of the past may have come for somebody else. */
const saysNothing = (one: Bars, other: Bars): boolean =>
  other.changed.length === 0 &&
  one.status === other.status &&
  one.epoch === other.epoch &&
  one.cause === other.cause;

const barsOver = (connection: Connection, params: BarsParams, Interval: number): Observable<Bars> =>
  defer(() => {
    const askedAt = asyncScheduler.now();
    const shown: BarsShown = { wanted: wantedBy(params.history), gaps: params.gaps ?? 'mark' };
    const tell = (kept: KeptBars): Bars => {
      const { isWhole, ...view } = barsView(kept.series, shown);
      return { ...trustOf(kept, isWhole, askedAt), Interval, ...view };
    };
    const empty = emptyKeptBars(Interval);
    const kept$ = instrumentId$(connection, params, 'SubscribeTicker').pipe(
      switchMap((InstrumentId) => {
        const engine = barsEngineOf(connection, { OMSId: params.OMSId, InstrumentId, Interval });
        engine.want(shown.wanted);
        return engine.kept$;
      }),
      catchError((error: unknown) =>
        isClientError(error)
          ? of({ ...empty, trust: trustFailed(empty.trust, asyncScheduler.now(), error) })
          : throwError(() => error),
      ),
    );
    return kept$.pipe(
      map(tell),
      distinctUntilChanged(saysNothing),
      map((bars, index) => (index === 0 ? { ...bars, changed: bars.bars } : bars)),
    );
  });

/**
 * The bars of an instrument, of one length or several, history and stream as one: kept over any number of reconnects,
 * and what was missed meanwhile asked for. No login needed.
 *
 * Emits at once, the present bars or `restoring` and none, then with every change, of the bars or of `status`. Only
 * what has `status: 'live'` is known to be whole; after a loss the bars of before stay, `restoring`, until what was
 * missed is there. A bar is told apart by its begin; a later row of the exchange's takes the place of an earlier one.
 * It is final when a later bar has come, or 5 s after its end on the exchange's clock; one that changes all the same
 * is in `changed` once more and counted in `revised`.
 *
 * Cold; consumers of one instrument and length share one subscription at the exchange and one series, however much of
 * the past each wants. Unsubscribing lets go of it, and the last one ends it. It completes when the client is closed,
 * and after `failed`, which is told where it cannot be had: no such instrument, parameters that cannot be sent, or
 * the connection was given up. It does not error.
 *
 * @example
 * bars$(client, { Symbol: 'BTCUSDT', Interval: TickerInterval.OneMinute, history: 500 })
 *   .pipe(whenLive())
 *   .subscribe(({ changed }) => changed.filter(({ isFinal }) => isFinal).forEach((bar) => console.log(bar.close)));
 */
export const bars$ = (connection: Connection, params: BarsParams): Observable<Bars> => {
  const intervals = params.Intervals ?? [params.Interval];
  return merge(...intervals.map((Interval) => barsOver(connection, params, Interval)));
};
