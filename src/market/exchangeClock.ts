import {
  distinctUntilChanged,
  filter,
  interval,
  map,
  type Observable,
  ReplaySubject,
  scan,
  switchMap,
  take,
} from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { entryOf } from '../streams/entry.ts';

/** The time at the exchange, as far as it can be told: the latest that an event has shown, and what has elapsed since. */
export interface ExchangeClock {
  /** An event has shown this time, in milliseconds since 1970; earlier than one before it says nothing. */
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

/** Makes a clock that has seen nothing. It reads no clock of this machine: one that is set would end bars too soon. */
export const createExchangeClock = (): ExchangeClock => {
  const seen = new ReplaySubject<number>(1);
  const latest$ = seen.pipe(
    scan((latest, time) => Math.max(latest, time)),
    distinctUntilChanged(),
  );
  return {
    see: (time) => seen.next(time),
    reaches$: (time) =>
      latest$.pipe(
        switchMap((latest) => elapsed$(time - latest)),
        take(1),
        map(() => time),
      ),
  };
};

const clocks = new WeakMap<Connection, ExchangeClock>();

/** The clock of the exchange that a connection leads to, seen by all that is followed over it. */
export const exchangeClockOf = (connection: Connection): ExchangeClock =>
  entryOf(clocks, connection, createExchangeClock);
