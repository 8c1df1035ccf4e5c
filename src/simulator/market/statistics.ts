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
const dayOf = (ms: number): number => Math.floor(ms / dayMs);

/** Statistics of an instrument that has not traded yet. */
export const createStatistics = (): Statistics => {
  let last = zero;
  let day = Number.NaN;
  let session: Session = { ...nothing, open: zero, high: zero, low: zero, close: zero };
  let minutes: readonly Minute[] = [];
  let total = nothing;

  const sessionAt = (now: number): Session =>
    dayOf(now) === day ? session : { ...nothing, open: last, high: last, low: last, close: last };

  const expire = (now: number): void => {
    const kept = minutes.findIndex(({ begin }) => begin > now - dayMs);
    const gone = kept < 0 ? minutes : minutes.slice(0, kept);
    if (gone.length === 0) return;
    total = gone.reduce<Turnover>(minus, total);
    minutes = minutes.slice(gone.length);
  };

  const recordMinute = (print: Print): void => {
    const begin = Math.floor(print.ms / minuteMs) * minuteMs;
    const present = minutes.at(-1);
    const traded = turnoverOf(print);
    minutes =
      present?.begin === begin
        ? minutes.with(-1, { ...present, ...plus(present, traded) })
        : [...minutes, { begin, open: print.price, ...traded }];
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
