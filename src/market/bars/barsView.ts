import { type Bar, isUnpriced } from './bar.ts';
import { type BarSeries, isWhole, type Wanted } from './barSeries.ts';
import { type Gap, gapsOf, withoutGaps } from './gap.ts';

/** How bars are shown to one consumer. */
export interface BarsShown {
  /** The last so many bars, or all from a time on, in milliseconds since 1970. */
  readonly wanted: Wanted;
  /** What is done about a time of which the exchange has no bars. */
  readonly gaps: 'mark' | 'fill' | 'leave';
}

/** What one consumer sees of a series. */
export interface BarsView {
  /** The oldest first; the last one may be in progress. */
  readonly bars: readonly Bar[];
  /** Those of them that are new, or other than before. */
  readonly changed: readonly Bar[];
  /** Where bars are missing; always empty but where gaps are marked. */
  readonly gaps: readonly Gap[];
  /** How many bars that had been final have changed all the same, since the series was begun. */
  readonly revised: number;
  /** Whether all that the consumer wants is there. */
  readonly isWhole: boolean;
}

/** The part of a series that one consumer wants, its gaps treated as it wishes. */
export const barsView = (series: BarSeries, { wanted, gaps }: BarsShown): BarsView => {
  const firstCounted = series.bars.length - wanted.count;
  const own = series.bars.filter(
    (bar, index) => (index >= firstCounted || bar.begin >= wanted.from) && !isUnpriced(bar),
  );
  const bars = gaps === 'fill' ? withoutGaps(own, series.length) : own;
  const oldest = own[0]?.begin ?? Infinity;
  const news = new Set(series.changed.map(({ begin }) => begin));
  const isNews = (bar: Bar, index: number): boolean => {
    if (!bar.isFilled) return news.has(bar.begin) && bar.begin >= oldest;
    // A bar that was put in is news with the one after the gap.
    const next = bars.slice(index).find(({ isFilled }) => !isFilled);
    return next !== undefined && news.has(next.begin);
  };
  return {
    bars,
    changed: news.size === 0 ? [] : bars.filter(isNews),
    gaps: gaps === 'mark' ? gapsOf(own) : [],
    revised: series.revised,
    isWhole: series.phase._tag === 'Live' && isWhole(series, wanted),
  };
};
