import fc from 'fast-check';
import { type Bar, barOf } from '../../../src/market/bars/bar.ts';
import { mergeBars } from '../../../src/market/bars/mergeBars.ts';

const bar = (at: number, close: number, volume = 1): Bar =>
  barOf([at * 10 + 10, close, close, close, close, volume, 8, 13, 1, at * 10], 10);
const shown = (bars: readonly Bar[]): readonly string[] =>
  bars.map(({ begin, close, isFinal }) => `${begin / 10}:${close}${isFinal ? '' : '…'}`);

describe('mergeBars', () => {
  it('gives the same bars where nothing is new', () => {
    const { bars } = mergeBars([], [bar(0, 5)]);
    expect(mergeBars(bars, [])).toEqual({ bars, changed: [], revised: 0 });
    expect(mergeBars(bars, [bar(0, 5)]).changed).toEqual([]);
  });

  it('puts news in its place, whatever order it comes in', () => {
    const { bars, changed } = mergeBars(mergeBars([], [bar(1, 5)]).bars, [bar(3, 7), bar(0, 4), bar(1, 6)]);
    expect(shown(bars)).toEqual(['0:4', '1:6', '3:7…']);
    expect(changed).toEqual(bars);
  });

  it('gives an idle bar of zeros the close before it, later too where that comes later', () => {
    const idle = mergeBars([], [bar(1, 0, 0), bar(2, 0, 0)]);
    expect(shown(idle.bars)).toEqual(['1:0', '2:0…']);
    const { bars, changed } = mergeBars(idle.bars, [bar(0, 5)]);
    expect(shown(bars)).toEqual(['0:5…', '1:5', '2:5…']);
    expect(changed).toEqual(bars);
  });

  it('ends no bar by one of a wrong time far ahead that came before it', () => {
    const { bars } = mergeBars([], [bar(0, 5), bar(1, 6), bar(999, 7)]);
    const later = mergeBars(bars, [bar(2, 8)]).bars;
    expect(shown(later)).toEqual(['0:5', '1:6', '2:8…', '999:7…']);
    const more = mergeBars(later, [bar(2, 9)]);
    expect([shown(more.bars), more.revised]).toEqual([['0:5', '1:6', '2:9…', '999:7…'], 0]);
    expect(shown(mergeBars(more.bars, [bar(3, 4)]).bars).slice(2)).toEqual(['2:9', '3:4…', '999:7…']);
  });

  it('counts a final bar that has changed, once for each time', () => {
    const { bars } = mergeBars([], [bar(0, 5), bar(1, 6)]);
    expect(mergeBars(bars, [bar(0, 9)])).toMatchObject({
      revised: 1,
      changed: [{ close: 9, isFinal: true }],
    });
  });

  it('is a map by begin in which the last one wins, final once a later one has come', () => {
    const some = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 })));
    fc.assert(
      fc.property(fc.array(some), (batches) => {
        const model = new Map<number, number>();
        const finals = new Set<number>();
        let bars: readonly Bar[] = [];
        for (const batch of batches) {
          batch.forEach(([at, close]) => model.set(at, close));
          const latest = Math.max(...batch.map(([at]) => at));
          for (const at of model.keys()) if (at < latest) finals.add(at);
          bars = mergeBars(
            bars,
            batch.map(([at, close]) => bar(at, close)),
          ).bars;
        }
        const expected = [...model].sort(([one], [other]) => one - other);
        expect(bars.map(({ begin, close }) => [begin / 10, close])).toEqual(expected);
        for (const { begin, isFinal } of bars) expect(isFinal).toBe(finals.has(begin / 10));
      }),
    );
  });
});
