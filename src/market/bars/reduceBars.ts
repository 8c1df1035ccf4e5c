import type { TickerRow } from '../../codec/records/TickerRow.ts';
import { type Bar, barOf } from './bar.ts';
import {
  type Asking,
  type BarSeries,
  emptyBarSeries,
  finalAt,
  isWhole,
  neededFrom,
  type Span,
  type Wanted,
} from './barSeries.ts';
import { mergeBars } from './mergeBars.ts';

/** What happens to a {@link BarSeries}. */
export type BarInput =
  /** The stream has begun: its last bars. */
  | { readonly _tag: 'Snapshot'; readonly rows: readonly TickerRow[] }
  /** The stream goes on. */
  | { readonly _tag: 'Update'; readonly rows: readonly TickerRow[] }
  /** The answer to an ask, which it repeats; none where the exchange refuses it. */
  | { readonly _tag: 'History'; readonly page: Span; readonly rows: readonly TickerRow[] | undefined }
  /** The link is lost. */
  | { readonly _tag: 'Lost' }
  /** The symbol stands for another instrument: what is known is not of that. */
  | { readonly _tag: 'Moved' }
  /** The exchange's clock, in milliseconds since 1970. */
  | { readonly _tag: 'Time'; readonly now: number }
  /** Somebody wants so much of the past. */
  | { readonly _tag: 'Wanted'; readonly wanted: Wanted };

/** What is to be asked of the exchange: the bars of a time. */
export interface BarAsk {
  readonly _tag: 'History';
  readonly page: Span;
}

/** How many bars are asked for at once. */
const pageLength = 1_000;

const barsOf = (rows: readonly TickerRow[], length: number): readonly Bar[] =>
  rows.map((row) => barOf(row, length)).sort((one, other) => one.begin - other.begin);

/** The last page of a span. */
const askFor = (
  { from, to }: Span,
  length: number,
  { older = [], held = [] }: Partial<Pick<Asking, 'older' | 'held'>> = {},
): Asking => ({
  left: { from, to },
  page: { from: Math.max(from, to - pageLength * length), to },
  older,
  held,
});

const askingOf = ({ phase }: BarSeries): Asking | undefined =>
  phase._tag === 'Lost' ? undefined : phase.asking;

const merged = (series: BarSeries, base: readonly Bar[], news: readonly Bar[]): BarSeries => {
  const { bars, changed, revised } = mergeBars(base, news);
  return { ...series, bars, changed, revised: series.revised + revised };
};

/** Without the bars that nobody wants. */
const trimmed = (series: BarSeries): BarSeries => {
  const { bars, wanted, wholeFrom } = series;
  const firstCounted = bars.length - Math.max(wanted.count, 1);
  const first = bars.findIndex(({ begin }, index) => index >= firstCounted || begin >= wanted.from);
  const oldest = bars[first];
  if (first <= 0 || oldest === undefined) return series;
  return {
    ...series,
    bars: bars.slice(first),
    changed: series.changed.filter(({ begin }) => begin >= oldest.begin),
    wholeFrom: Math.max(wholeFrom, Math.min(oldest.begin, wanted.from)),
  };
};

/** With what is wanted and not there being asked for. */
const deepened = (series: BarSeries): BarSeries => {
  const { phase, bars, length, wanted, wholeFrom } = series;
  if (phase._tag !== 'Live' || phase.asking !== undefined || isWhole(series, wanted)) return series;
  const from = neededFrom(wanted, bars, bars.at(-1), length);
  return { ...series, phase: { _tag: 'Live', asking: askFor({ from, to: wholeFrom }, length) } };
};

const live = (series: BarSeries, wholeFrom: number): BarSeries =>
  deepened(trimmed({ ...series, phase: { _tag: 'Live' }, wholeFrom }));

/** What is known from before and joined to: the final bars, unless none of those would be wanted beside the news. */
const baseFor = ({ bars, wanted, length }: BarSeries, news: readonly Bar[]): readonly Bar[] => {
  const finals = bars.filter(({ isFinal }) => isFinal);
  const end = finals.at(-1)?.end ?? -Infinity;
  const isApart = news[0] !== undefined && end < news[0].begin;
  return isApart && end < neededFrom(wanted, news, news.at(-1), length) ? [] : finals;
};

const onSnapshot = (series: BarSeries, rows: readonly TickerRow[]): BarSeries => {
  const { length, wanted, wholeFrom } = series;
  const news = barsOf(rows, length);
  const [first] = news;
  const base = baseFor(series, news);
  const knownFrom = base.length > 0 ? wholeFrom : (first?.begin ?? -Infinity);
  const from = base.at(-1)?.end ?? neededFrom(wanted, news, news.at(-1), length);
  return first === undefined || from >= first.begin
    ? live(merged(series, base, news), knownFrom)
    : {
        ...series,
        changed: [],
        phase: { _tag: 'Joining', asking: askFor({ from, to: first.begin }, length, { held: news }), base },
      };
};

const over = (bar: Bar): Bar => ({ ...bar, isFinal: true });

const holding = (asking: Asking, news: readonly Bar[]): Asking =>
  news.length === 0 ? asking : { ...asking, held: mergeBars(asking.held, news).bars };

/** What is older than all that is there counts where that is being asked for: the answer may have been made before. */
const onLiveUpdate = (series: BarSeries, asking: Asking | undefined, news: readonly Bar[]): BarSeries => {
  const oldest = series.bars[0]?.begin ?? -Infinity;
  const recent = news.filter(({ begin }) => begin >= oldest);
  const after = trimmed(merged(series, series.bars, recent));
  if (asking === undefined) return after;
  const older = news.filter(({ begin }) => begin < oldest && begin >= asking.left.from);
  return { ...after, phase: { _tag: 'Live', asking: holding(asking, older.map(over)) } };
};

const onUpdate = (series: BarSeries, rows: readonly TickerRow[]): BarSeries => {
  const { phase, length } = series;
  const news = barsOf(rows, length);
  switch (phase._tag) {
    case 'Lost':
      return series;
    case 'Joining':
      return { ...series, changed: [], phase: { ...phase, asking: holding(phase.asking, news) } };
    case 'Live':
      return onLiveUpdate(series, phase.asking, news);
  }
};

/** The span is whole, or as whole as it will be. */
const joined = (series: BarSeries, { older, held }: Asking, from: number): BarSeries => {
  const { phase, bars, wholeFrom } = series;
  if (phase._tag === 'Lost') return series;
  const base = phase._tag === 'Joining' ? phase.base : bars;
  const known = new Set(base.map(({ begin }) => begin));
  // What is there already is younger, and stays.
  const missing = older.filter(({ begin }) => !known.has(begin)).map(over);
  const isAttached = phase._tag === 'Joining' && base.length > 0;
  return live(merged(series, base, [...missing, ...held]), isAttached ? wholeFrom : from);
};

const onHistory = (series: BarSeries, page: Span, rows: readonly TickerRow[] | undefined): BarSeries => {
  const { phase, length } = series;
  const asking = askingOf(series);
  // An answer to what is asked no more: the link was lost meanwhile.
  if (phase._tag === 'Lost' || asking?.page.from !== page.from || asking.page.to !== page.to) {
    return { ...series, changed: [] };
  }
  const { left, older, held } = asking;
  const found = barsOf(rows ?? [], length).filter(({ begin }) => begin >= page.from && begin < page.to);
  const all = [...found, ...older];
  if (rows === undefined || page.from <= left.from)
    return joined(series, { ...asking, older: all }, left.from);
  const next = askFor({ from: left.from, to: page.from }, length, { older: all, held });
  return { ...series, changed: [], phase: { ...phase, asking: next } };
};

const onTime = (series: BarSeries, now: number): BarSeries => {
  const due = finalAt(series);
  const next = series.bars.find(({ isFinal }) => !isFinal);
  if (due === undefined || next === undefined || now < due) return { ...series, changed: [] };
  const final = over(next);
  return { ...series, bars: series.bars.map((bar) => (bar === next ? final : bar)), changed: [final] };
};

const onWanted = (series: BarSeries, { count, from }: Wanted): BarSeries => {
  const { wanted } = series;
  return deepened({
    ...series,
    changed: [],
    wanted: { count: Math.max(count, wanted.count), from: Math.min(from, wanted.from) },
  });
};

/** Nothing is known of another instrument, but how much of it is wanted. */
const onMoved = ({ length, wanted, revised }: BarSeries): BarSeries => ({
  ...emptyBarSeries(length / 1_000),
  wanted,
  revised,
});

const next = (series: BarSeries, input: BarInput): BarSeries => {
  switch (input._tag) {
    case 'Snapshot':
      return onSnapshot(series, input.rows);
    case 'Update':
      return onUpdate(series, input.rows);
    case 'History':
      return onHistory(series, input.page, input.rows);
    case 'Lost':
      return { ...series, changed: [], phase: { _tag: 'Lost' } };
    case 'Moved':
      return onMoved(series);
    case 'Time':
      return onTime(series, input.now);
    case 'Wanted':
      return onWanted(series, input.wanted);
  }
};

/**
 * The life of a series of bars, pure: what it becomes by an input, and what is to be asked of the exchange for that.
 *
 * A bar is told apart by its begin; a later row takes the place of an earlier one, and volumes are never added. After
 * a loss it goes on from the last final bar. An ask is answered by a `History` with the same page, once.
 */
export const reduceBars = (
  series: BarSeries,
  input: BarInput,
): readonly [series: BarSeries, asks: readonly BarAsk[]] => {
  const after = next(series, input);
  const asking = askingOf(after);
  const isNew = asking !== undefined && asking.page !== askingOf(series)?.page;
  return [after, isNew ? [{ _tag: 'History', page: asking.page }] : []];
};
