import { candles, rangeOf } from '../../../src/cli/view/candles.ts';
import { plainText } from '../../../src/cli/view/line.ts';
import type { Bar } from '../../../src/index.ts';

const bar = (open: number, high: number, low: number, close: number): Bar => ({
  ...{ begin: 0, end: 60_000, open, high, low, close, volume: 1, bid: 0, ask: 0 },
  ...{ isFinal: true, isIdle: open === close && high === low, isFilled: false },
});

describe('candles', () => {
  it('draws bodies from open to close and wicks to the ends, to half a line, the oldest first', () => {
    const bars = [bar(0, 7, 0, 5), bar(5, 6, 1, 2), bar(3, 3, 3, 3), bar(7, 7, 1, 1)];
    expect(candles(bars, rangeOf(bars), 4).map(plainText)).toEqual([
      // 7 and 6
      '│╷ ┃',
      // 5 and 4
      '┃┃ ┃',
      // 3 and 2
      '┃┃╹┃',
      // 1 and 0
      '┃╵ ╹',
    ]);
  });

  it('paints what rose and what fell, and an idle bar faint', () => {
    const bars = [bar(1, 2, 1, 2), bar(2, 2, 1, 1), bar(1, 1, 1, 1)];
    expect(candles(bars, rangeOf(bars), 1)[0]?.map(([, style]) => style)).toEqual(['up', 'down', 'faint']);
  });

  it('draws bars that never moved', () => {
    const bars = [bar(5, 5, 5, 5)];
    expect(candles(bars, rangeOf(bars), 2).map(plainText).join('')).toContain('╻');
  });
});
