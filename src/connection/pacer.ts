import { Observable, type Subscriber, Subscription, timer } from 'rxjs';
import { monotonicNow } from '../clock.ts';
import { type ClientError, GatewayError, isTooManyRequests } from '../errors.ts';
import {
  type Bucket,
  delayOf,
  emptied,
  fullBucket,
  type Pace,
  refilled,
  settledPace,
  taken,
} from './pace.ts';
import { timerDelay } from './timerDelay.ts';
import { calm, notSlowed, paceAt, slowedBy } from './slowdown.ts';

/** What is held: the begins of streams, and queries. */
export type Held = 'begin' | 'query';

/** Holds what may wait to the pace of a connection, and counts what may not. */
export interface Pacer {
  /** Whether a frame may go now and nobody has been waiting for that longer. */
  readonly hasRoom: () => boolean;
  /**
   * Emits once a frame may go: it goes there and then, or never. Begins and queries come in turn, each in the order of
   * asking. Cold; it never completes by itself, and unsubscribing leaves the queue.
   */
  readonly room$: (held: Held) => Observable<void>;
  /** A frame has left. */
  readonly count: () => void;
  /** Goes slower where the error is a refusal for too many requests, and reports it. Any other error is passed over. */
  readonly heed: (error: unknown) => void;
}

/** Those who wait: two rows, served in turn so that neither starves the other. */
const createRows = () => {
  const rows = { begin: new Set<Subscriber<void>>(), query: new Set<Subscriber<void>>() };
  let served: Held = 'query';
  return {
    add: (held: Held, subscriber: Subscriber<void>): (() => void) => {
      rows[held].add(subscriber);
      return () => rows[held].delete(subscriber);
    },
    isEmpty: () => rows.begin.size + rows.query.size === 0,
    /** Takes out whoever is next. */
    next: (): Subscriber<void> | undefined => {
      const other = served === 'begin' ? 'query' : 'begin';
      served = rows[other].size > 0 ? other : served;
      const [first] = rows[served];
      if (first !== undefined) rows[served].delete(first);
      return first;
    },
  };
};

/** The frames that may go, and how fast they come in again. */
const createAllowance = (pace: Pace) => {
  const full = settledPace(pace);
  let slowdown = notSlowed;
  let bucket: Bucket = fullBucket(full, monotonicNow());
  const present = () => {
    const now = monotonicNow();
    const at = paceAt(full, slowdown, now);
    bucket = refilled(bucket, at, now);
    return at;
  };
  return {
    /** In how many milliseconds the next may go. */
    delay: () => {
      const at = present();
      return delayOf(bucket, at);
    },
    take: (): void => {
      present();
      bucket = taken(bucket);
    },
    /** Goes slower; says how many a second there are now, or nothing where it had just gone slower. */
    slow: (): number | undefined => {
      present();
      bucket = emptied(bucket);
      const now = monotonicNow();
      const before = slowdown;
      slowdown = slowedBy(before, now);
      return slowdown === before ? undefined : paceAt(full, slowdown, now).perSecond;
    },
  };
};

const slowedTo = (refusal: GatewayError, perSecond: number): GatewayError =>
  new GatewayError(
    refusal.call,
    refusal,
    `The client sends at most ${Number(perSecond.toPrecision(2))} a second from now on, and twice as many after each ${calm / 1_000} s without such a refusal.`,
  );

/**
 * Makes the {@link Pacer} of one connection, with all that may go at once. It lives as long as the connection, since the
 * exchange counts whoever comes back. It has a timer while somebody waits, and none otherwise.
 *
 * @param report Told when it goes slower.
 */
export const createPacer = (pace: Pace, report: (error: ClientError) => void): Pacer => {
  const rows = createRows();
  const allowance = createAllowance(pace);
  let alarm = Subscription.EMPTY;

  const watch = (): void => {
    if (rows.isEmpty()) alarm.unsubscribe();
    else if (alarm.closed) alarm = timer(timerDelay(allowance.delay())).subscribe(ring);
  };

  const ring = (): void => {
    alarm.unsubscribe();
    go();
  };

  const go = (): void => {
    // Whoever is let out may turn out to have nothing to send, and then the next may go.
    while (!rows.isEmpty() && allowance.delay() === 0) rows.next()?.next();
    watch();
  };

  return {
    hasRoom: () => rows.isEmpty() && allowance.delay() === 0,
    room$: (held) =>
      new Observable((subscriber) => {
        subscriber.add(rows.add(held, subscriber));
        subscriber.add(watch);
        go();
      }),
    count: allowance.take,
    heed: (error) => {
      if (!(error instanceof GatewayError && isTooManyRequests(error))) return;
      const perSecond = allowance.slow();
      if (perSecond !== undefined) report(slowedTo(error, perSecond));
    },
  };
};
