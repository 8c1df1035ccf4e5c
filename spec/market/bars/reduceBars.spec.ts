import fc from 'fast-check';
import type { TickerRow } from '../../../src/codec/records/TickerRow.ts';
import { type BarSeries, emptyBarSeries } from '../../../src/market/bars/barSeries.ts';
import { type BarAsk, type BarInput, reduceBars } from '../../../src/market/bars/reduceBars.ts';

const minute = 60_000;
const start = 1_700_000_040_000;

/** The bar of a minute, at a price and of a volume. */
const row = (at: number, close: number, volume: number): TickerRow => [
  start + (at + 1) * minute,
  Math.max(10, close),
  Math.min(10, close),
  10,
  close,
  volume,
  9,
  11,
  1,
  start + at * minute,
];
const rows = (...ats: readonly number[]): readonly TickerRow[] => ats.map((at) => row(at, 10 + at, 1));
const wanting = (count: number, from = Infinity): BarInput => ({ _tag: 'Wanted', wanted: { count, from } });
const time = (at: number): number => start + at * minute;
const span = (from: number, to: number) => ({ from: time(from), to: time(to) });

/** Plays inputs from an empty series; the asks are those of all. */
const play = (
  ...inputs: readonly BarInput[]
): { readonly series: BarSeries; readonly asks: readonly BarAsk[] } =>
  inputs.reduce<{ readonly series: BarSeries; readonly asks: readonly BarAsk[] }>(
    ({ series, asks }, input) => {
      const [after, more] = reduceBars(series, input);
      return { series: after, asks: [...asks, ...more] };
    },
    { series: emptyBarSeries(60), asks: [] },
  );
const shown = ({ bars }: Pick<BarSeries, 'bars'>): readonly string[] =>
  bars.map(({ begin, close, isFinal }) => `${(begin - start) / minute}:${close}${isFinal ? '' : '…'}`);
const shownChanges = ({ changed }: BarSeries): readonly string[] => shown({ bars: changed });

describe('a series of bars', () => {
  it('begins with the snapshot, whose last bar is in progress', () => {
    const { series, asks } = play(wanting(3), { _tag: 'Snapshot', rows: rows(0, 1, 2) });
    expect(shown(series)).toEqual(['0:10', '1:11', '2:12…']);
    expect(shownChanges(series)).toEqual(shown(series));
    expect(asks).toEqual([]);
  });

  it('puts a later row in the place of the earlier one, and adds nothing up', () => {
    const { series } = play(
      wanting(2),
      { _tag: 'Snapshot', rows: rows(0, 1) },
      {
        _tag: 'Update',
        rows: [row(1, 15, 4)],
      },
    );
    expect(shown(series)).toEqual(['0:10', '1:15…']);
    expect(series.bars.at(-1)?.volume).toBe(4);
    expect(shownChanges(series)).toEqual(['1:15…']);
  });

  it('makes a bar final by a later one, and keeps as many as are wanted', () => {
    const { series } = play(
      wanting(2),
      { _tag: 'Snapshot', rows: rows(0, 1) },
      {
        _tag: 'Update',
        rows: rows(2),
      },
    );
    expect(shown(series)).toEqual(['1:11', '2:12…']);
    expect(shownChanges(series)).toEqual(['1:11', '2:12…']);
  });

  it('makes a bar final five seconds after its end on the clock of the exchange', () => {
    const begun = [wanting(1), { _tag: 'Snapshot', rows: rows(0) }] as const;
    const early = play(...begun, { _tag: 'Time', now: time(1) + 4_999 });
    expect([shown(early.series), early.series.changed]).toEqual([['0:10…'], []]);

    const { series } = play(...begun, { _tag: 'Time', now: time(1) + 5_000 });
    expect(shownChanges(series)).toEqual(['0:10']);
  });

  it('makes bars final one by one, also beside one of a wrong time far ahead', () => {
    const begun = [
      wanting(3),
      { _tag: 'Snapshot', rows: rows(-2, -1, 0) },
      { _tag: 'Update', rows: rows(9_999) },
      { _tag: 'Update', rows: rows(1) },
    ] as const;
    expect(shown(play(...begun).series)).toEqual(['0:10', '1:11…', '9999:10009…']);

    const ended = play(...begun, { _tag: 'Time', now: time(2) + 5_000 }).series;
    expect([shown(ended), shownChanges(ended)]).toEqual([['0:10', '1:11', '9999:10009…'], ['1:11']]);
    const next = play(...begun, { _tag: 'Update', rows: [row(1, 17, 2)] }, { _tag: 'Update', rows: rows(2) });
    expect([shown(next.series), next.series.revised]).toEqual([['1:17', '2:12…', '9999:10009…'], 0]);
  });

  it('keeps nothing of before where the symbol moves, but how much is wanted', () => {
    const { series, asks } = play(
      wanting(3),
      { _tag: 'Snapshot', rows: rows(0, 1, 2) },
      { _tag: 'Lost' },
      { _tag: 'Moved' },
      { _tag: 'Snapshot', rows: rows(5, 6) },
    );
    expect(series.bars).toEqual([]);
    expect(asks).toEqual([{ _tag: 'History', page: span(4, 5) }]);
  });

  it('tells a final bar that changes all the same once more, and counts it', () => {
    const { series } = play(
      wanting(1),
      { _tag: 'Snapshot', rows: rows(0) },
      { _tag: 'Time', now: time(2) },
      { _tag: 'Update', rows: [row(0, 17, 2)] },
    );
    expect(shownChanges(series)).toEqual(['0:17']);
    expect(series.revised).toBe(1);
  });

  it('says nothing where a final bar comes again with another bid', () => {
    const [again] = rows(0);
    const { series } = play(
      wanting(2),
      { _tag: 'Snapshot', rows: rows(0, 1) },
      {
        _tag: 'Update',
        rows: [[...(again ?? row(0, 0, 0)).slice(0, 6), 1, 2, 1, time(0)] as unknown as TickerRow],
      },
    );
    expect([series.changed, series.revised]).toEqual([[], 0]);
  });

  it('asks for what is older than the snapshot, and holds the news back until it has come', () => {
    const asked = play(wanting(4), { _tag: 'Snapshot', rows: rows(3, 4) }, { _tag: 'Update', rows: rows(5) });
    expect(asked.asks).toEqual([{ _tag: 'History', page: span(1, 3) }]);
    expect(asked.series).toMatchObject({ bars: [], changed: [], phase: { _tag: 'Joining' } });

    const { series } = play(
      wanting(4),
      { _tag: 'Snapshot', rows: rows(3, 4) },
      { _tag: 'Update', rows: rows(5) },
      { _tag: 'History', page: span(1, 3), rows: [row(3, 99, 9), ...rows(1, 2)] },
    );
    expect(shown(series)).toEqual(['2:12', '3:13', '4:14', '5:15…']);
    expect(series.phase).toEqual({ _tag: 'Live' });
  });

  it('asks page by page, the newest first', () => {
    const from = time(-2_500);
    const begun = [wanting(0, from), { _tag: 'Snapshot', rows: rows(0) }] as const;
    const { series, asks } = play(
      ...begun,
      { _tag: 'History', page: span(-1_000, 0), rows: rows(-900) },
      { _tag: 'History', page: span(-2_000, -1_000), rows: [] },
      { _tag: 'History', page: span(-2_500, -2_000), rows: rows(-2_400) },
    );
    expect(asks.map(({ page }) => page)).toEqual([
      span(-1_000, 0),
      span(-2_000, -1_000),
      span(-2_500, -2_000),
    ]);
    expect(shown(series)).toEqual(['-2400:-2390', '-900:-890', '0:10…']);
    expect(series.wholeFrom).toBe(from);
  });

  it('does without what the exchange refuses to tell', () => {
    const { series, asks } = play(
      wanting(4),
      { _tag: 'Snapshot', rows: rows(3) },
      { _tag: 'History', page: span(0, 3), rows: undefined },
    );
    expect(shown(series)).toEqual(['3:13…']);
    expect([series.phase, asks.length]).toEqual([{ _tag: 'Live' }, 1]);
  });

  it('goes on from the last final bar after a loss', () => {
    const { series, asks } = play(
      wanting(10, time(0)),
      { _tag: 'Snapshot', rows: rows(0, 1, 2) },
      { _tag: 'History', page: span(-7, 0), rows: [] },
      { _tag: 'Lost' },
      { _tag: 'Snapshot', rows: rows(5, 6) },
      { _tag: 'History', page: span(2, 5), rows: [row(2, 20, 7), ...rows(3, 4)] },
    );
    expect(asks.map(({ page }) => page)).toEqual([span(-7, 0), span(2, 5)]);
    expect(shown(series)).toEqual(['0:10', '1:11', '2:20', '3:13', '4:14', '5:15', '6:16…']);
    expect(shownChanges(series)).toEqual(['2:20', '3:13', '4:14', '5:15', '6:16…']);
  });

  it('asks nothing after a loss where the snapshot reaches back far enough', () => {
    const { series, asks } = play(
      wanting(3),
      { _tag: 'Snapshot', rows: rows(0, 1, 2) },
      { _tag: 'Lost' },
      { _tag: 'Snapshot', rows: rows(1, 2, 3) },
    );
    expect(asks).toEqual([]);
    expect(shown(series)).toEqual(['1:11', '2:12', '3:13…']);
    expect(shownChanges(series)).toEqual(['2:12', '3:13…']);
  });

  it('forgets what would be older than wanted rather than ask for a long hole', () => {
    const { series, asks } = play(
      wanting(2),
      { _tag: 'Snapshot', rows: rows(0, 1) },
      { _tag: 'Lost' },
      { _tag: 'Snapshot', rows: rows(5_000, 5_001) },
    );
    expect(asks).toEqual([]);
    expect(shown(series)).toEqual(['5000:5010', '5001:5011…']);
  });

  it('makes nothing final by the clock while it is lost, and takes no answers of before', () => {
    const { series } = play(
      wanting(4),
      { _tag: 'Snapshot', rows: rows(3) },
      { _tag: 'Lost' },
      { _tag: 'History', page: span(0, 3), rows: rows(0, 1, 2) },
      { _tag: 'Update', rows: rows(4) },
      { _tag: 'Time', now: time(100) },
    );
    expect(series).toMatchObject({ bars: [], phase: { _tag: 'Lost' } });
  });

  it('asks for more when somebody comes who wants more, and goes on meanwhile', () => {
    const { series, asks } = play(
      wanting(2),
      { _tag: 'Snapshot', rows: rows(8, 9) },
      wanting(4),
      { _tag: 'Update', rows: rows(10) },
      { _tag: 'History', page: span(6, 8), rows: rows(6, 7) },
    );
    expect(asks.map(({ page }) => page)).toEqual([span(6, 8)]);
    expect(shown(series)).toEqual(['7:17', '8:18', '9:19', '10:20…']);
    expect(shownChanges(series)).toEqual(['7:17']);
  });

  it('takes what changes in the past while that is asked for as younger than the answer', () => {
    const { series } = play(
      wanting(2),
      { _tag: 'Snapshot', rows: rows(8, 9) },
      wanting(4),
      { _tag: 'Update', rows: [row(7, 99, 2), row(5, 99, 2)] },
      { _tag: 'History', page: span(6, 8), rows: rows(6, 7) },
    );
    expect(shown(series)).toEqual(['6:16', '7:99', '8:18', '9:19…']);
    expect(shownChanges(series)).toEqual(['6:16', '7:99']);
  });

  it('takes the first bar of an instrument that has never traded', () => {
    const { series, asks } = play(
      wanting(5),
      { _tag: 'Snapshot', rows: [] },
      { _tag: 'Update', rows: rows(3) },
    );
    expect([shown(series), asks, series.phase]).toEqual([['3:13…'], [], { _tag: 'Live' }]);
  });
});

/** What happens at the exchange or to the link. */
type Happening =
  'trade' | 'bar' | 'hole' | 'late' | 'lose' | 'rejoin' | 'answer' | 'refuse' | 'time' | 'more' | 'disorder';
const happenings = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<Happening>('trade', 'bar') },
    { weight: 3, arbitrary: fc.constantFrom<Happening>('rejoin', 'answer', 'lose') },
    fc.constantFrom<Happening>('hole', 'late', 'refuse', 'time', 'more', 'disorder'),
  ),
  { maxLength: 60 },
);

/** An exchange that keeps all its bars, a link that is there or not, and the series that is kept of it. */
const run = (script: readonly Happening[]) => {
  const truth = new Map<number, TickerRow>([[0, row(0, 10, 1)]]);
  let now = 0;
  let isOn = false;
  let series = emptyBarSeries(60);
  let asks: readonly BarAsk[] = [];
  let hasRefused = false;
  let wasRevised = 0;
  const told = new Map<number, BarSeries['bars'][number]>();

  const give = (input: BarInput): void => {
    const [after, more] = reduceBars(series, input);
    series = after;
    asks = [...asks, ...more];
    for (const bar of series.changed) {
      const old = told.get(bar.begin);
      if (old?.isFinal === true) {
        expect(bar).not.toEqual(old);
        expect(bar.isFinal).toBe(true);
        wasRevised += 1;
      }
      told.set(bar.begin, bar);
    }
    const begins = series.bars.map(({ begin }) => begin);
    expect(begins).toEqual([...new Set(begins)].sort((one, other) => one - other));
    // What was refused may come late, and is final by the clock then.
    if (!hasRefused) expect(series.bars.slice(0, -1).every(({ isFinal }) => isFinal)).toBe(true);
    if (series.changed.length > 0) expect(series.phase._tag).toBe('Live');
    expect(series.revised).toBe(wasRevised);
  };
  const tell = (...ats: readonly number[]): void => {
    if (!isOn) return;
    give({
      _tag: 'Update',
      rows: ats.flatMap((at) => [truth.get(at)].filter((found) => found !== undefined)),
    });
  };
  const trade = (at: number): void => {
    const old = truth.get(at) ?? row(at, 10, 0);
    truth.set(at, row(at, 10 + ((old[5] * 7) % 5), old[5] + 1));
  };
  const answer = (isRefused: boolean): void => {
    const [ask, ...rest] = asks;
    if (ask === undefined) return;
    asks = rest;
    hasRefused ||= isRefused;
    const { from, to } = ask.page;
    // Both ends of a date are in it.
    const found = [...truth.values()].filter(([, , , , , , , , , begin = 0]) => begin >= from && begin <= to);
    give({ _tag: 'History', page: ask.page, rows: isRefused ? undefined : found });
  };
  const lose = (): void => {
    isOn = false;
    give({ _tag: 'Lost' });
  };
  const rejoin = (): void => {
    if (isOn) lose();
    isOn = true;
    give({ _tag: 'Snapshot', rows: [...truth.values()].slice(-3) });
  };
  const acts: Readonly<Record<Happening, () => void>> = {
    trade: () => {
      trade(now);
      tell(now);
    },
    bar: () => {
      now += 1;
      trade(now);
      tell(now - 1, now);
    },
    hole: () => {
      now += 3;
      trade(now);
      tell(now);
    },
    late: () => {
      if (!isOn || !truth.has(now - 1)) return;
      trade(now - 1);
      tell(now - 1);
    },
    disorder: () => tell(now, now - 1, now - 2),
    time: () => give({ _tag: 'Time', now: time(now + 1) + 5_000 }),
    more: () => give({ _tag: 'Wanted', wanted: { count: series.wanted.count + 2, from: Infinity } }),
    lose,
    rejoin,
    answer: () => answer(false),
    refuse: () => answer(true),
  };
  give({ _tag: 'Wanted', wanted: { count: 6, from: Infinity } });
  script.forEach((happening) => acts[happening]());
  return {
    acts,
    truth,
    series: () => series,
    hasRefused: () => hasRefused,
    isOn: () => isOn,
    asks: () => asks,
  };
};

describe('a series of bars, whatever comes and goes', () => {
  it('has in the end what the exchange has, each bar once, and never changes a final one but counted', () => {
    fc.assert(
      fc.property(happenings, (script) => {
        const { acts, truth, series, hasRefused, isOn, asks } = run(script);
        if (!isOn()) acts.rejoin();
        for (let left = 50; asks().length > 0 && left > 0; left -= 1) acts.answer();

        const { bars, phase, wanted, wholeFrom } = series();
        expect(phase).toEqual({ _tag: 'Live' });
        const theirs = [...truth.values()].map(([, , , , close, volume, , , , begin = 0]) => ({
          begin,
          close,
          volume,
        }));
        const ours = bars.map(({ begin, close, volume }) => ({ begin, close, volume }));
        if (!hasRefused())
          expect(ours).toEqual(theirs.filter(({ begin }) => begin >= wholeFrom).slice(-wanted.count));
        else expect(theirs).toEqual(expect.arrayContaining(ours));
      }),
      { numRuns: 500 },
    );
  });
});
