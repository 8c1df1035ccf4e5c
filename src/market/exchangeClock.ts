import { BehaviorSubject, filter, interval, map, type Observable, switchMap, take } from 'rxjs';
import { monotonicNow } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { entryOf } from '../entry.ts';

/** The time at the exchange, as far as it can be told: what an event has shown, and what has elapsed since. */
export interface ExchangeClock {
  /**
   * An event has shown this time, in milliseconds since 1970; one that the clock is past already says nothing. One that is
   * more than a minute ahead of the clock counts once a second one agrees with it: a single wrong time would end the bars
   * of every instrument.
   */
  readonly see: (time: number) => void;
  /** Emits a time once it is past and completes, as long as it is subscribed to; not before any time was seen. */
  readonly reaches$: (time: number) => Observable<number>;
}

/** The longest that one timer is set for, in milliseconds; a bar may last for months. */
const day = 86_400_000;

/** How far the clock may be put ahead by one event alone, in milliseconds. */
const mostAhead = 60_000;

const elapsed$ = (delay: number): Observable<unknown> => {
  const steps = Math.max(1, Math.ceil(delay / day));
  return interval(Math.max(0, delay) / steps).pipe(
    take(steps),
    filter((step) => step === steps - 1),
  );
};

/** Makes a clock that has seen nothing. It takes no time of day from this machine: one that is set would end bars too soon. */
export const createExchangeClock = (): ExchangeClock => {
  /** How far the exchange's clock is ahead of the monotonic one, at least: a time that is seen is past. */
  const lead = new BehaviorSubject(-Infinity);
  /** A lead that one event alone has shown, and that is too great to be believed by itself. */
  let doubted = Infinity;
  const isLikely = (seen: number): boolean =>
    lead.value === -Infinity || seen - lead.value <= mostAhead || Math.abs(seen - doubted) <= mostAhead;
  return {
    see: (time) => {
      const seen = time - monotonicNow();
      const isTaken = isLikely(seen);
      doubted = isTaken ? Infinity : seen;
      if (isTaken && seen > lead.value) lead.next(seen);
    },
    reaches$: (time) =>
      lead.pipe(
        filter((known) => known !== -Infinity),
        switchMap((known) => elapsed$(time - known - monotonicNow())),
        take(1),
        map(() => time),
      ),
  };
};

const clocks = new WeakMap<Inner, ExchangeClock>();

/** The clock of the exchange that a connection leads to, seen by all that is followed over it and its copies. */
export const exchangeClockOf = (connection: Connection): ExchangeClock =>
  entryOf(clocks, connection[inner], createExchangeClock);
