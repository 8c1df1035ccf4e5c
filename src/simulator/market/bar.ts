import { type Decimal, add, decimalOf } from './decimal.ts';
import type { Print } from './statistics.ts';

/** A bar in its ten columns; mind the order of the prices. */
export type BarRow = readonly [
  /** Epoch milliseconds. */
  EndDateTime: number,
  High: Decimal,
  Low: Decimal,
  Open: Decimal,
  Close: Decimal,
  /** In the base product. */
  Volume: Decimal,
  /** Best bid when the row was made; 0 where there is none. */
  Bid: Decimal,
  /** Best ask when the row was made; 0 where there is none. */
  Ask: Decimal,
  InstrumentId: number,
  /** Epoch milliseconds, a multiple of the interval. */
  BeginDateTime: number,
];

/** The best prices of a moment; 0 where there is none. */
export interface Touch {
  readonly bid: Decimal;
  readonly ask: Decimal;
}

/** A bar in progress. */
export interface Bar {
  /** Epoch milliseconds, a multiple of the interval. */
  readonly begin: number;
  readonly open: Decimal;
  readonly high: Decimal;
  readonly low: Decimal;
  readonly close: Decimal;
  readonly volume: Decimal;
}

/** The bar that a trade begins, in the bucket it falls into. */
export const barFromPrint = ({ ms, price, quantity }: Print, lengthMs: number): Bar => ({
  begin: Math.floor(ms / lengthMs) * lengthMs,
  open: price,
  high: price,
  low: price,
  close: price,
  volume: quantity,
});

/** The bar with one more trade; the first one sets all four prices. */
export const withPrint = (bar: Bar, { price, quantity }: Print): Bar => {
  const isIdle = bar.volume.units === 0n;
  return {
    ...bar,
    open: isIdle ? price : bar.open,
    high: isIdle || price.units > bar.high.units ? price : bar.high,
    low: isIdle || price.units < bar.low.units ? price : bar.low,
    close: price,
    volume: add(bar.volume, quantity),
  };
};

/** A bar in which nothing is traded: the close before it in all four prices. */
export const idleBar = (begin: number, { close, volume }: Bar): Bar => ({
  begin,
  open: close,
  high: close,
  low: close,
  close,
  volume: decimalOf(0n, volume.scale),
});

/** The wire row of a bar. */
export const barRow = (bar: Bar, lengthMs: number, instrumentId: number, { bid, ask }: Touch): BarRow => [
  bar.begin + lengthMs,
  bar.high,
  bar.low,
  bar.open,
  bar.close,
  bar.volume,
  bid,
  ask,
  instrumentId,
  bar.begin,
];
