import { type Bar, type BarRow, type Touch, barFromPrint, barRow, idleBar, withPrint } from './bar.ts';
import type { Print } from './statistics.ts';

/** The bars of one instrument and interval: those that ended, as they were told, and the one in progress. */
export interface BarSeries {
  readonly instrumentId: number;
  readonly lengthMs: number;
  readonly ended: readonly BarRow[];
  readonly current: Bar | undefined;
}

const keptBars = 1000;

/** A series of an instrument that has not traded yet. */
export const emptySeries = (instrumentId: number, lengthMs: number): BarSeries => ({
  instrumentId,
  lengthMs,
  ended: [],
  current: undefined,
});

/**
 * Ends the bars that are over: the one in progress, and an idle one for every bucket since; the last 1000 are
 * kept. The same series where nothing is over.
 */
export const advance = (series: BarSeries, now: number, touch: Touch): BarSeries => {
  const { current, lengthMs, instrumentId } = series;
  if (current === undefined) return series;
  const over = Math.floor((now - current.begin) / lengthMs);
  if (over <= 0) return series;
  const idle = Array.from({ length: Math.min(over - 1, keptBars) }, (_, index) =>
    idleBar(current.begin + (over - 1 - index) * lengthMs, current),
  ).reverse();
  const rows = [current, ...idle].map((bar) => barRow(bar, lengthMs, instrumentId, touch));
  return {
    ...series,
    ended: [...series.ended, ...rows].slice(-keptBars),
    current: idleBar(current.begin + over * lengthMs, current),
  };
};

/** The series with one more trade, advanced to its time. */
export const record = (series: BarSeries, print: Print, touch: Touch): BarSeries => {
  const present = advance(series, print.ms, touch);
  const { current, lengthMs } = present;
  return {
    ...present,
    current: current === undefined ? barFromPrint(print, lengthMs) : withPrint(current, print),
  };
};

/** The bars that begin at `from` or later (epoch milliseconds), oldest first, the one in progress last. */
export const rowsFrom = (series: BarSeries, from: number, touch: Touch): readonly BarRow[] => {
  const { ended, current, lengthMs, instrumentId } = series;
  if (current === undefined) return [];
  const first = ended.findLastIndex((row) => row[9] < from) + 1;
  return [...ended.slice(first), barRow(current, lengthMs, instrumentId, touch)];
};
