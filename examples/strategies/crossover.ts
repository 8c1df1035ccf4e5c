import { bars$, type Connection, whenLive } from 'notbank-rx';
import { distinctUntilChanged, filter, map, type Observable, skip } from 'rxjs';

/** Two moving averages of candles. */
export interface Averages {
  readonly InstrumentId: number;
  /** How long a candle is, in seconds. */
  readonly Interval: number;
  /** How many candles the quick average is of. */
  readonly fast: number;
  /** How many candles the slow average is of. */
  readonly slow: number;
}

/** What a crossing says: to buy when the fast average rises above the slow one, to sell when it falls below. */
export type Signal = 'Buy' | 'Sell';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where the averages stand; neither where there are too few candles, or the two are equal. */
export const standing = (
  closes: readonly number[],
  { fast, slow }: Pick<Averages, 'fast' | 'slow'>,
): Signal | undefined => {
  const lead = mean(closes.slice(-fast)) - mean(closes.slice(-slow));
  if (closes.length < slow || lead === 0) return undefined;
  return lead > 0 ? 'Buy' : 'Sell';
};

/**
 * A signal at each crossing of two moving averages, judged when a candle is final. How they stand at first is no
 * crossing. Quiet times count as candles without a move, and after a loss what was missed is caught up first.
 */
export const crossover$ = (client: Connection, averages: Averages): Observable<Signal> => {
  const { InstrumentId, Interval, slow } = averages;
  return bars$(client, { InstrumentId, Interval, history: slow + 1, gaps: 'fill' }).pipe(
    whenLive(),
    map(({ bars }) => bars.filter(({ isFinal }) => isFinal).map(({ close }) => close)),
    map((closes) => standing(closes, averages)),
    filter((signal) => signal !== undefined),
    distinctUntilChanged(),
    skip(1),
  );
};
