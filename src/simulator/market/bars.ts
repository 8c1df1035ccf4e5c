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
  readonly takeNew: (touch: () => Touch) => readonly BarNews[];
}

interface Track {
  readonly interval: Interval;
  series: BarSeries;
  /** Begin of the first bar that may have news; none where there are none. */
  newsFrom: number | undefined;
}

/** The bars of an instrument that has not traded yet. */
export const createBars = (instrumentId: number): Bars => {
  const tracks = intervals.map((interval): Track => ({
    interval,
    series: emptySeries(instrumentId, interval * 1000),
    newsFrom: undefined,
  }));
  let hasNews = false;
  const update = (change: (series: BarSeries) => BarSeries): void => {
    for (const track of tracks) {
      const before = track.series;
      track.series = change(before);
      if (track.series === before) continue;
      track.newsFrom ??= (before.current ?? track.series.current)?.begin;
      hasNews = true;
    }
  };

  return {
    advance: (now, touch) => update((series) => advance(series, now, touch)),
    record: (print, touch) => update((series) => record(series, print, touch)),
    rows: (interval, count, now, touch) => {
      const track = tracks.find((one) => one.interval === interval);
      if (track === undefined || count <= 0) return [];
      return rowsFrom(advance(track.series, now, touch), 0, touch).slice(-count);
    },
    takeNew: (touch) => {
      const news: BarNews[] = [];
      if (!hasNews) return news;
      hasNews = false;
      const present = touch();
      for (const track of tracks) {
        const { interval, series, newsFrom } = track;
        if (newsFrom !== undefined) news.push({ interval, rows: rowsFrom(series, newsFrom, present) });
        track.newsFrom = undefined;
      }
      return news;
    },
  };
};
