import { barOf } from '../../../src/market/bars/bar.ts';
import {
  type BarSeries,
  emptyBarSeries,
  finalAt,
  isWhole,
  neededFrom,
} from '../../../src/market/bars/barSeries.ts';
import { mergeBars } from '../../../src/market/bars/mergeBars.ts';

const { bars } = mergeBars(
  [],
  [0, 1, 2].map((at) => barOf([(at + 1) * 60_000, 5, 5, 5, 5, 1, 0, 0, 1, at * 60_000], 60_000)),
);
const live: BarSeries = { ...emptyBarSeries(60), phase: { _tag: 'Live' }, bars, wholeFrom: 0 };

describe('a series', () => {
  it('is empty, lost and not whole at first', () => {
    const empty = emptyBarSeries(60);
    expect(empty).toMatchObject({ length: 60_000, bars: [], phase: { _tag: 'Lost' } });
    expect(isWhole(empty, { count: 0, from: Infinity })).toBe(false);
  });

  it.each([
    ['as many as are wanted', { count: 3, from: Infinity }, true],
    ['fewer than are wanted', { count: 4, from: Infinity }, false],
    ['all from a time on', { count: 0, from: 0 }, true],
    ['not all from a time on', { count: 0, from: -1 }, false],
    ['as many, but not from then on', { count: 2, from: -1 }, false],
  ])('is whole or not: %s', (_name, wanted, expected) => {
    expect(isWhole(live, wanted)).toBe(expected);
  });

  it('is whole where the exchange has no more', () => {
    expect(isWhole({ ...live, wholeFrom: -120_000 }, { count: 5, from: Infinity })).toBe(true);
    expect(isWhole({ ...live, bars: [], wholeFrom: -Infinity }, { count: 5, from: 0 })).toBe(true);
  });

  it('needs what is missing, by count or by time', () => {
    const newest = bars.at(-1);
    expect(neededFrom({ count: 5, from: Infinity }, bars, newest, 60_000)).toBe(-120_000);
    expect(neededFrom({ count: 5, from: -600_000 }, bars, newest, 60_000)).toBe(-600_000);
    expect(neededFrom({ count: 2, from: Infinity }, bars, newest, 60_000)).toBe(Infinity);
  });

  it('waits five seconds for the last word on its last bar, while it is live', () => {
    expect(finalAt(live)).toBe(185_000);
    expect(finalAt({ ...live, phase: { _tag: 'Lost' } })).toBeUndefined();
    expect(finalAt({ ...live, bars: bars.slice(0, 1) })).toBeUndefined();
    expect(finalAt({ ...live, bars: [] })).toBeUndefined();
  });
});
