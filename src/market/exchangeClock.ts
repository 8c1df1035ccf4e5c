import { BehaviorSubject, filter, interval, map, type Observable, switchMap, take } from 'rxjs';
import { monotonicNow } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { entryOf } from '../streams/entry.ts';

/** The time at the exchange, as far as it can be told: what an event has shown, and what has elapsed since. */
export interface ExchangeClock {
  /** An event has shown this time, in milliseconds since 1970; one that the clock is past already says nothing. */
  readonly see: (time: number) => void;
  /** Emits a time once it is past and completes, as long as it is subscribed to; not before any time was seen. */
  readonly reaches$: (time: number) => Observable<number>;
}

/** The longest that one timer is set for, in milliseconds; a bar may last for months. */
const day = 86_400_000;

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
  return {
    see: (time) => {
      const seen = time - monotonicNow();
      if (seen > lead.value) lead.next(seen);
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
