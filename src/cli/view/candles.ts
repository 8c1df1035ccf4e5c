import type { Bar } from '../../market/bars/bar.ts';
import type { Line, Span } from './line.ts';

/** What half a cell of a chart holds. */
type Half = 'none' | 'wick' | 'body';

/** By the upper half and the lower half of a cell. */
const glyphs: Readonly<Record<Half, Readonly<Record<Half, string>>>> = {
  none: { none: ' ', wick: '╷', body: '╻' },
  wick: { none: '╵', wick: '│', body: '╽' },
  body: { none: '╹', wick: '╿', body: '┃' },
};

/** The prices between which a chart lies. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** From the lowest to the highest price of these bars. */
export const rangeOf = (bars: readonly Bar[]): Range => ({
  low: Math.min(...bars.map(({ low }) => low)),
  high: Math.max(...bars.map(({ high }) => high)),
});

/** The half cell in which a price lies, counted from below. */
const halfOf = (price: number, { low, high }: Range, height: number): number =>
  high === low ? height : Math.round(((price - low) / (high - low)) * (height * 2 - 1));

const candle = (bar: Bar, range: Range, height: number): readonly Span[] => {
  const [open, close, low, high] = [bar.open, bar.close, bar.low, bar.high].map((price) =>
    halfOf(price, range, height),
  ) as [number, number, number, number];
  const at = (half: number): Half => {
    if (half >= Math.min(open, close) && half <= Math.max(open, close)) return 'body';
    return half >= low && half <= high ? 'wick' : 'none';
  };
  const style = bar.isIdle ? 'faint' : bar.close < bar.open ? 'down' : 'up';
  return Array.from({ length: height }, (_, row): Span => {
    const lower = (height - 1 - row) * 2;
    return [glyphs[at(lower + 1)][at(lower)], style];
  });
};

/**
 * Bars as candles, a column each and the oldest first, in lines from the top: bodies from open to close, thick, and wicks
 * to the highest and lowest price, thin, to half a line.
 */
export const candles = (bars: readonly Bar[], range: Range, height: number): readonly Line[] => {
  const columns = bars.map((bar) => candle(bar, range, height));
  return Array.from({ length: height }, (_, row) => columns.map((column): Span => column[row] ?? [' ']));
};
