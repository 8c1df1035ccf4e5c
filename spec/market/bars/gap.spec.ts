import { type Bar, barOf } from '../../../src/market/bars/bar.ts';
import { gapsOf, withoutGaps } from '../../../src/market/bars/gap.ts';

const bar = (begin: number, end: number, close: number): Bar =>
  barOf([end, close, close, close, close, 1, 8, 13, 1, begin], 10);
const bars = [bar(0, 10, 5), bar(10, 20, 6), bar(50, 60, 7)];

describe('the gaps of bars', () => {
  it('lie between bars that do not abut', () => {
    expect(gapsOf(bars)).toEqual([{ from: 20, to: 50 }]);
    expect(gapsOf(bars.slice(0, 2))).toEqual([]);
    expect(gapsOf([])).toEqual([]);
  });

  it('are filled with idle bars at the close before, which say that they are', () => {
    const filled = withoutGaps(bars, 10);
    expect(filled.map(({ begin, end, close, volume }) => [begin, end, close, volume])).toEqual([
      [0, 10, 5, 1],
      [10, 20, 6, 1],
      [20, 30, 6, 0],
      [30, 40, 6, 0],
      [40, 50, 6, 0],
      [50, 60, 7, 1],
    ]);
    expect(filled.filter(({ isFilled }) => isFilled)).toHaveLength(3);
    expect(filled.slice(2, 5)).toEqual(
      [20, 30, 40].map(
        () => expect.objectContaining({ isFilled: true, isIdle: true, isFinal: true }) as unknown,
      ),
    );
    expect(gapsOf(filled)).toEqual([]);
  });

  it('stay where they would take more than 10,000 bars, as behind a bar of a wrong time', () => {
    const wrong = [bar(0, 10, 5), bar(1_700_000_000_000, 1_700_000_000_010, 6)];
    expect(withoutGaps(wrong, 10)).toEqual(wrong);
    expect(withoutGaps([bar(0, 10, 5), bar(100_010, 100_020, 6)], 10)).toHaveLength(10_002);
    expect(withoutGaps([bar(0, 10, 5), bar(100_020, 100_030, 6)], 10)).toHaveLength(2);
  });

  it('are bridged to the end where the length does not fit', () => {
    const uneven = withoutGaps([bar(0, 10, 5), bar(37, 47, 6)], 10);
    expect(uneven.map(({ begin, end }) => [begin, end])).toEqual([
      [0, 10],
      [10, 20],
      [20, 30],
      [30, 37],
      [37, 47],
    ]);
  });
});
