import type { BarRow, Touch } from './bar.ts';
import { type BarSeries, advance, emptySeries, record, rowsFrom } from './barSeries.ts';
import { type Interval, intervals } from './interval.ts';
import type { Print } from './statistics.ts';

/** Bars of one interval to publish. */
export interface BarNews {
  readonly interval: Interval;
  readonly rows: readonly BarRow[];
}

/** The bars of one instrument, of every interval. */
export interface Bars {
  /** Ends the bars that are over. */
  readonly advance: (now: number, touch: Touch) => void;
  readonly record: (print: Print, touch: Touch) => void;
  /** The last `count` bars as they are at `now`, oldest first. */
  readonly rows: (interval: Interval, count: number, now: number, touch: Touch) => readonly BarRow[];
  /** For each interval with news since the last call: the bars that ended, then the one in progress. */
  readonly takeNew: (touch: Touch) => readonly BarNews[];
}

interface Track {
  readonly series: BarSeries;
  /** Begin of the first bar that may have news; none where there are none. */
  readonly newsFrom: number | undefined;
}

/** The bars of an instrument that has not traded yet. */
export const createBars = (instrumentId: number): Bars => {
  const tracks = new Map<Interval, Track>(
    intervals.map((interval) => [
      interval,
      { series: emptySeries(instrumentId, interval * 1000), newsFrom: undefined },
    ]),
  );
  const update = (change: (series: BarSeries) => BarSeries): void => {
    for (const [interval, { series, newsFrom }] of tracks) {
      const next = change(series);
      if (next !== series) {
        tracks.set(interval, { series: next, newsFrom: newsFrom ?? (series.current ?? next.current)?.begin });
      }
    }
  };
  const newsOf = (interval: Interval, { series, newsFrom }: Track, touch: Touch): readonly BarNews[] =>
    newsFrom === undefined ? [] : [{ interval, rows: rowsFrom(series, newsFrom, touch) }];

  return {
    advance: (now, touch) => update((series) => advance(series, now, touch)),
    record: (print, touch) => update((series) => record(series, print, touch)),
    rows: (interval, count, now, touch) => {
      const track = tracks.get(interval);
      if (track === undefined || count <= 0) return [];
      return rowsFrom(advance(track.series, now, touch), 0, touch).slice(-count);
    },
    takeNew: (touch) =>
      [...tracks].flatMap(([interval, track]) => {
        if (track.newsFrom !== undefined) tracks.set(interval, { ...track, newsFrom: undefined });
        return newsOf(interval, track, touch);
      }),
  };
};
