import { barOf } from '../../../src/market/bars/bar.ts';
import { type BarSeries, emptyBarSeries } from '../../../src/market/bars/barSeries.ts';
import { barsView } from '../../../src/market/bars/barsView.ts';
import { mergeBars } from '../../../src/market/bars/mergeBars.ts';

const bar = (at: number, close = 5, volume = 1) =>
  barOf([(at + 1) * 60_000, close, close, close, close, volume, 0, 0, 1, at * 60_000], 60_000);
const seriesOf = (...ats: readonly number[]): BarSeries => {
  const { bars } = mergeBars(
    [],
    ats.map((at) => bar(at)),
  );
  return {
    ...emptyBarSeries(60),
    phase: { _tag: 'Live' },
    bars,
    changed: bars.slice(-1),
    wholeFrom: (ats[0] ?? 0) * 60_000,
  };
};
const last = (count: number) => ({ count, from: Infinity });
const ats = (bars: readonly { readonly begin: number }[]): readonly number[] =>
  bars.map(({ begin }) => begin / 60_000);

describe('what a consumer sees', () => {
  it('is the last bars, or those from a time on', () => {
    const series = seriesOf(0, 1, 2, 3);
    expect(ats(barsView(series, { wanted: last(2), gaps: 'mark' }).bars)).toEqual([2, 3]);
    expect(ats(barsView(series, { wanted: { count: 0, from: 60_000 }, gaps: 'mark' }).bars)).toEqual([
      1, 2, 3,
    ]);
  });

  it('has its gaps marked, filled, or left', () => {
    const series = seriesOf(0, 1, 4);
    const marked = barsView(series, { wanted: last(3), gaps: 'mark' });
    expect([ats(marked.bars), ats(marked.changed), marked.gaps]).toEqual([
      [0, 1, 4],
      [4],
      [{ from: 120_000, to: 240_000 }],
    ]);
    const filled = barsView(series, { wanted: last(3), gaps: 'fill' });
    expect([ats(filled.bars), ats(filled.changed), filled.gaps]).toEqual([[0, 1, 2, 3, 4], [2, 3, 4], []]);
    const left = barsView(series, { wanted: last(3), gaps: 'leave' });
    expect([ats(left.bars), left.gaps]).toEqual([[0, 1, 4], []]);
  });

  it('has what fills a gap change with the bar before it, whose close that stands at', () => {
    const series = seriesOf(0, 1, 4, 6);
    const changed = series.bars.slice(1, 2);
    const filled = barsView({ ...series, changed }, { wanted: last(4), gaps: 'fill' });

    expect(ats(filled.changed)).toEqual([1, 2, 3]);
  });

  it('tells which gaps are too long to be filled', () => {
    const filled = barsView(seriesOf(0, 2, 20_000), { wanted: last(3), gaps: 'fill' });
    expect([ats(filled.bars), filled.gaps]).toEqual([
      [0, 1, 2, 20_000],
      [{ from: 180_000, to: 1_200_000_000 }],
    ]);
  });

  it('has no bars without a price', () => {
    const { bars } = mergeBars([], [bar(0, 0, 0), bar(1)]);
    expect(ats(barsView({ ...seriesOf(1), bars }, { wanted: last(5), gaps: 'mark' }).bars)).toEqual([1]);
  });

  it('is whole when all that it wants is there and the series follows', () => {
    const series = seriesOf(0, 1);
    expect(barsView(series, { wanted: last(2), gaps: 'mark' }).isWhole).toBe(true);
    expect(barsView(series, { wanted: last(3), gaps: 'mark' }).isWhole).toBe(false);
    expect(barsView({ ...series, phase: { _tag: 'Lost' } }, { wanted: last(2), gaps: 'mark' }).isWhole).toBe(
      false,
    );
  });
});
