import { type Decimal, add, multiply, subtract, zero } from './decimal.ts';

/** One trade, as far as statistics ask. */
export interface Print {
  /** Epoch milliseconds. */
  readonly ms: number;
  readonly price: Decimal;
  readonly quantity: Decimal;
}

/** What was traded in some stretch of time. */
export interface Turnover {
  readonly volume: Decimal;
  readonly notional: Decimal;
  readonly trades: number;
}

/** The session of one UTC day. */
export interface Session extends Turnover {
  readonly open: Decimal;
  readonly high: Decimal;
  readonly low: Decimal;
  readonly close: Decimal;
}

/** The last 24 hours, to the minute. */
export interface Rolling extends Turnover {
  /** The price it began with: of its first trade, or the last price where there is none. */
  readonly open: Decimal;
}

/** Keeps a session and the last 24 hours up to date, trade by trade. */
export interface Statistics {
  readonly record: (print: Print) => void;
  readonly session: (now: number) => Session;
  readonly rolling: (now: number) => Rolling;
}

interface Minute extends Turnover {
  readonly begin: number;
  readonly open: Decimal;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const nothing: Turnover = { volume: zero, notional: zero, trades: 0 };

const plus = (a: Turnover, b: Turnover): Turnover => ({
  volume: add(a.volume, b.volume),
  notional: add(a.notional, b.notional),
  trades: a.trades + b.trades,
});
const minus = (a: Turnover, b: Turnover): Turnover => ({
  volume: subtract(a.volume, b.volume),
  notional: subtract(a.notional, b.notional),
  trades: a.trades - b.trades,
});
const turnoverOf = ({ price, quantity }: Print): Turnover => ({
  volume: quantity,
  notional: multiply(price, quantity),
  trades: 1,
});
const least = (a: Decimal, b: Decimal): Decimal => (a.units < b.units ? a : b);
const most = (a: Decimal, b: Decimal): Decimal => (a.units > b.units ? a : b);
const quiet = (price: Decimal): Session => ({
  ...nothing,
  open: price,
  high: price,
  low: price,
  close: price,
});
const dayOf = (ms: number): number => Math.floor(ms / dayMs);

/** Statistics of an instrument that has not traded yet. */
export const createStatistics = (): Statistics => {
  let last = zero;
  let day = Number.NaN;
  /** A day without a trade so far. */
  let idle = quiet(zero);
  let session = idle;
  const minutes: Minute[] = [];
  let total = nothing;

  const sessionAt = (now: number): Session => (dayOf(now) === day ? session : idle);

  const expire = (now: number): void => {
    const until = now - dayMs;
    for (let oldest = minutes[0]; oldest !== undefined && oldest.begin <= until; oldest = minutes[0]) {
      total = minus(total, oldest);
      minutes.shift();
    }
  };

  const recordMinute = (print: Print): void => {
    const begin = Math.floor(print.ms / minuteMs) * minuteMs;
    const present = minutes.at(-1);
    const traded = turnoverOf(print);
    if (present?.begin === begin) minutes[minutes.length - 1] = { ...present, ...plus(present, traded) };
    else minutes.push({ begin, open: print.price, ...traded });
    total = plus(total, traded);
  };

  return {
    record: (print) => {
      const { price, ms } = print;
      const before = sessionAt(ms);
      const isFirst = before.trades === 0;
      session = {
        ...plus(before, turnoverOf(print)),
        open: isFirst ? price : before.open,
        high: isFirst ? price : most(before.high, price),
        low: isFirst ? price : least(before.low, price),
        close: price,
      };
      day = dayOf(ms);
      last = price;
      idle = quiet(price);
      expire(ms);
      recordMinute(print);
    },
    session: sessionAt,
    rolling: (now) => {
      expire(now);
      return { ...total, open: minutes[0]?.open ?? last };
    },
  };
};
