import type { Bar } from './bar.ts';

/** A time without bars, in milliseconds since 1970: the exchange has none, or a loss was longer than what is kept. */
export interface Gap {
  /** The end of the bar before the gap. */
  readonly from: number;
  /** The begin of the bar after the gap. */
  readonly to: number;
}

/** The gaps between bars, the oldest first. */
export const gapsOf = (bars: readonly Bar[]): readonly Gap[] => {
  const gaps: Gap[] = [];
  let from = Infinity;
  // Of each of thousands at each change: a `flatMap` would make as many lists.
  for (const { begin, end } of bars) {
    if (from < begin) gaps.push({ from, to: begin });
    from = end;
  }
  return gaps;
};

/** Idle bars from the end of one to a later begin; the last one is as long as is left. */
const bridge = (before: Bar, to: number, length: number): readonly Bar[] => {
  const { end, close, bid, ask } = before;
  const count = Math.max(1, Math.round((to - end) / length));
  return Array.from({ length: count }, (_, index) => ({
    begin: end + index * length,
    end: index === count - 1 ? to : end + (index + 1) * length,
    open: close,
    high: close,
    low: close,
    close,
    volume: 0,
    bid,
    ask,
    isFinal: true,
    isIdle: true,
    isFilled: true,
  }));
};

/** The most bars that one gap is filled with: a single bar of a wrong time may lie decades before the next. */
const mostFilled = 10_000;

/**
 * The same bars with idle ones put in where there are none; a gap of more than 10,000 stays.
 *
 * @param length How long bars are, in milliseconds.
 */
export const withoutGaps = (bars: readonly Bar[], length: number): readonly Bar[] =>
  bars.flatMap((bar, index) => {
    const before = bars[index - 1];
    const missing = before === undefined ? 0 : bar.begin - before.end;
    return before === undefined || missing <= 0 || missing > mostFilled * length
      ? [bar]
      : [...bridge(before, bar.begin, length), bar];
  });
