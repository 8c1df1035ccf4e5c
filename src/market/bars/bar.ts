import { TickerColumn, type TickerRow } from '../../codec/records/TickerRow.ts';

/** One bar: the trades of one interval. Times are in milliseconds since 1970; `begin` identifies a bar. */
export interface Bar {
  /** The start of the interval. */
  readonly begin: number;
  /** The end of the interval, usually the `begin` of the next bar. */
  readonly end: number;
  /** The first price, in the instrument's second product. All four prices of an idle bar are the close before it. */
  readonly open: number;
  /** The highest price. */
  readonly high: number;
  /** The lowest price. */
  readonly low: number;
  /** The last price. */
  readonly close: number;
  /** The traded volume, in the instrument's first product. */
  readonly volume: number;
  /** The best bid when the exchange made the bar; 0 if there was none. */
  readonly bid: number;
  /** The best ask when the exchange made the bar; 0 if there was none. */
  readonly ask: number;
  /**
   * Whether the interval is over, by a later bar or by the exchange's clock. If the bar changes later, it is emitted
   * again.
   */
  readonly isFinal: boolean;
  /** Whether there was no trade in it. */
  readonly isIdle: boolean;
  /** Whether the library added it because the exchange has no bar for this interval. */
  readonly isFilled: boolean;
}

/** Old gateways leave the begin out. */
const beginOf = (row: TickerRow, length: number): number =>
  row[TickerColumn.BeginDateTime] ?? Math.floor((row[TickerColumn.EndDateTime] - length) / length) * length;

/** The bar that a row tells of. @param length How long bars are, in milliseconds. */
export const barOf = (row: TickerRow, length: number): Bar => {
  const open = row[TickerColumn.Open];
  const high = row[TickerColumn.High];
  const low = row[TickerColumn.Low];
  const close = row[TickerColumn.Close];
  const volume = row[TickerColumn.Volume];
  const begin = beginOf(row, length);
  return {
    begin,
    end: row[TickerColumn.BeginDateTime] === undefined ? begin + length : row[TickerColumn.EndDateTime],
    open,
    high,
    low,
    close,
    volume,
    bid: row[TickerColumn.Bid],
    ask: row[TickerColumn.Ask],
    isFinal: false,
    isIdle: volume === 0 && open === close && high === close && low === close,
    isFilled: false,
  };
};

/** An idle bar of a gateway that writes zeros, before any price is known that could be put in. */
export const isUnpriced = ({ isIdle, close }: Bar): boolean => isIdle && close === 0;

/** The bar at the price of one that came before. */
export const idleAt = (bar: Bar, price: number): Bar => ({
  ...bar,
  open: price,
  high: price,
  low: price,
  close: price,
});

/** Whether two bars tell the same of what was traded; the bid and the ask are those of the moment of the telling. */
export const isSameTrade = (one: Bar, other: Bar): boolean =>
  one.end === other.end &&
  one.open === other.open &&
  one.high === other.high &&
  one.low === other.low &&
  one.close === other.close &&
  one.volume === other.volume;

/** Whether two bars are told alike. */
export const isSameBar = (one: Bar, other: Bar): boolean =>
  isSameTrade(one, other) &&
  one.bid === other.bid &&
  one.ask === other.ask &&
  one.isFinal === other.isFinal &&
  one.isIdle === other.isIdle;
