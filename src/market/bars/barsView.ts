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
  /** The bars, the oldest first; the last one may be in progress. */
  readonly bars: readonly Bar[];
  /** The bars that are new or have changed since the last value. */
  readonly changed: readonly Bar[];
  /** The times without bars: all of them with `mark`, those that are not filled with `fill`, none with `leave`. */
  readonly gaps: readonly Gap[];
  /** How many final bars have changed since the series was started. */
  readonly revised: number;
  /** Whether all that the consumer wants is there. */
  readonly isWhole: boolean;
}

/** Of each bar whether it is news; of one that was put in, whether the last before it that was not is. */
const areNews = (bars: readonly Bar[], news: ReadonlySet<number>): readonly boolean[] => {
  let isNews = false;
  return bars.map(({ begin, isFilled }) => (isFilled ? isNews : (isNews = news.has(begin))));
};

/** Which of the bars have changed. What was put into a gap hangs on the bars on both of its sides. */
const newsIn = (bars: readonly Bar[], changed: readonly Bar[], areFilled: boolean): readonly Bar[] => {
  if (changed.length === 0) return [];
  const news = new Set(changed.map(({ begin }) => begin));
  if (!areFilled) return bars.filter(({ begin }) => news.has(begin));
  const before = areNews(bars, news);
  const behind = [...areNews([...bars].reverse(), news)].reverse();
  return bars.filter((_, index) => before[index] === true || behind[index] === true);
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
    changed: newsIn(bars, series.changed, gaps === 'fill'),
    gaps: gaps === 'leave' ? [] : gapsOf(bars),
    revised: series.revised,
    isWhole: series.phase._tag === 'Live' && isWhole(series, wanted),
  };
};
