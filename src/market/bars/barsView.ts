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
  /** Where bars are missing: all gaps where they are marked, those too long to be filled where they are filled, else none. */
  readonly gaps: readonly Gap[];
  /** How many bars that had been final have changed all the same, since the series was begun. */
  readonly revised: number;
  /** Whether all that the consumer wants is there. */
  readonly isWhole: boolean;
}

/** Which of the bars have changed. A bar that was put in is news with the one after the gap. */
const newsIn = (bars: readonly Bar[], changed: readonly Bar[]): readonly Bar[] => {
  if (changed.length === 0) return [];
  const news = new Set(changed.map(({ begin }) => begin));
  let isNews = false;
  return [...bars]
    .reverse()
    .filter(({ begin, isFilled }) => (isFilled ? isNews : (isNews = news.has(begin))))
    .reverse();
};

/** The part of a series that one consumer wants, its gaps treated as it wishes. */
export const barsView = (series: BarSeries, { wanted, gaps }: BarsShown): BarsView => {
  const firstCounted = series.bars.length - wanted.count;
  const own = series.bars.filter(
    (bar, index) => (index >= firstCounted || bar.begin >= wanted.from) && !isUnpriced(bar),
  );
  const bars = gaps === 'fill' ? withoutGaps(own, series.length) : own;
  return {
    bars,
    changed: newsIn(bars, series.changed),
    gaps: gaps === 'leave' ? [] : gapsOf(bars),
    revised: series.revised,
    isWhole: series.phase._tag === 'Live' && isWhole(series, wanted),
  };
};
