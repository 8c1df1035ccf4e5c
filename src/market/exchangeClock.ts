import {
  BehaviorSubject,
  distinctUntilChanged,
  filter,
  interval,
  map,
  type Observable,
  switchMap,
  take,
} from 'rxjs';
import { monotonicNow } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { entryOf } from '../entry.ts';

/** The time at the exchange, as far as it can be told: what an event has shown, and what has elapsed since. */
export interface ExchangeClock {
  /**
   * An event has shown this time, in milliseconds since 1970; one that the clock is past already says nothing. One that is
   * far ahead of the clock counts once another such time comes, as the earlier of the two: a single wrong time would end
   * the bars of every instrument.
   *
   * @param stride How far apart the times of such events usually are, in milliseconds: so much, and a minute at least, is
   *   not far. @default a minute
   */
  readonly see: (time: number, stride?: number) => void;
  /** Emits a time once it is past and completes, as long as it is subscribed to; not before any time was seen. */
  readonly reaches$: (time: number) => Observable<number>;
}

/** The longest that one timer is set for, in milliseconds; a bar may last for months. */
const day = 86_400_000;

/** How far the clock may be put ahead by one event alone, whatever its stride, in milliseconds. */
const mostAhead = 60_000;

const elapsed$ = (delay: number): Observable<unknown> => {
  const steps = Math.max(1, Math.ceil(delay / day));
  return interval(Math.max(0, delay) / steps).pipe(
    take(steps),
    filter((step) => step === steps - 1),
  );
};

/** A time that was seen, and how far it was ahead of the monotonic clock. */
interface Sight {
  readonly time: number;
  readonly lead: number;
}

/** What is held of the exchange's clock. */
interface Belief {
  /** How far it is ahead of the monotonic one, at least: a time that is seen is past. */
  readonly lead: number;
  /** The latest time that is too far ahead to be believed of one event alone. */
  readonly doubted?: Sight;
}

/** What is held after another sight. @param far How far ahead one may be to be believed by itself. */
const after = (belief: Belief, sight: Sight, far: number): Belief => {
  const { lead, doubted } = belief;
  if (sight.lead < lead) return belief;
  if (lead === -Infinity || sight.lead - lead <= far) return { lead: sight.lead };
  if (doubted === undefined) return { lead, doubted: sight };
  // A time that is repeated is one event's word still.
  if (doubted.time === sight.time) return belief;
  // Each of the two says that it is no earlier.
  const [less, more] = doubted.lead < sight.lead ? [doubted, sight] : [sight, doubted];
  return more.lead - less.lead <= far ? { lead: more.lead } : { lead: less.lead, doubted: more };
};

/** Makes a clock that has seen nothing. It takes no time of day from this machine: one that is set would end bars too soon. */
export const createExchangeClock = (): ExchangeClock => {
  const belief = new BehaviorSubject<Belief>({ lead: -Infinity });
  return {
    see: (time, stride = 0) => {
      const sight = { time, lead: time - monotonicNow() };
      belief.next(after(belief.value, sight, Math.max(mostAhead, stride)));
    },
    reaches$: (time) =>
      belief.pipe(
        map(({ lead }) => lead),
        distinctUntilChanged(),
        filter((lead) => lead !== -Infinity),
        switchMap((lead) => elapsed$(time - lead - monotonicNow())),
        take(1),
        map(() => time),
      ),
  };
};

const clocks = new WeakMap<Inner, ExchangeClock>();

/** The clock of the exchange that a connection leads to, seen by all that is followed over it and its copies. */
export const exchangeClockOf = (connection: Connection): ExchangeClock =>
  entryOf(clocks, connection[inner], createExchangeClock);
