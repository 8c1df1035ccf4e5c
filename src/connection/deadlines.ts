import type { Subscription } from 'rxjs';
import { createHaltingClock } from './haltingClock.ts';
import { createRing, earliest, endedBy, insert, isOut, remove, type Ring } from './ring.ts';
import { timerDelay } from './timerDelay.ts';
import { unhurried$ } from './unhurried.ts';

/** Many time limits on one timer. */
export interface Deadlines {
  /** The time in milliseconds, on a monotonic clock that `hold` stops. */
  readonly now: () => number;
  /**
   * Calls `expire` once `limit` milliseconds have passed since `from`, a reading of `now`. The returned function
   * cancels the time limit; it does nothing after the limit has expired.
   */
  readonly arm: (from: number, limit: number, expire: () => void) => () => void;
  /** Stops the clock, such as while a person enters a code, until the returned function is called. */
  readonly hold: () => () => void;
  /** Cancels all time limits and stops the timer. */
  readonly clear: () => void;
}

/** The rings, one for each length of limit: within a length they end as they were asked for. */
const createRings = () => {
  const rings = new Map<number, Ring>();
  const entries = (): readonly Ring[] => [...rings.values()];
  return {
    of: (limit: number): Ring => {
      const known = rings.get(limit);
      if (known !== undefined) return known;
      const ring = createRing();
      rings.set(limit, ring);
      return ring;
    },
    earliestDue: (): number =>
      entries().reduce((first, ring) => Math.min(first, earliest(ring)?.due ?? Infinity), Infinity),
    endedBy: (time: number) =>
      entries()
        .flatMap((ring) => endedBy(ring, time))
        .sort((a, b) => a.due - b.due),
    sweep: (): void => {
      for (const [limit, ring] of rings) if (earliest(ring) === undefined) rings.delete(limit);
    },
    clear: (): void => {
      for (const ring of rings.values()) {
        for (const entry of endedBy(ring, Infinity)) remove(entry);
      }
      rings.clear();
    },
  };
};

/**
 * A queue of time limits in order of their end. Arming and disarming cost the same whatever their number. The timer is
 * set for the first of them and left to run out when that is disarmed, so that a request answered in time costs no
 * timer at all. A program that was busy when one ended reads first what has arrived: see {@link unhurried$}.
 */
export const createDeadlines = (): Deadlines => {
  const rings = createRings();
  let timer: Subscription | undefined;
  let watched = Infinity;

  const stop = (): void => {
    timer?.unsubscribe();
    watched = Infinity;
  };

  const watch = (due: number): void => {
    if (due >= watched || clock.isHalted()) return;
    stop();
    const now = clock.now();
    // Where the delay has to be shortened, `expireDue` just sets the next one.
    const delay = timerDelay(due - now);
    watched = now + delay;
    timer = unhurried$(delay).subscribe(expireDue);
  };

  const expireDue = (ago: number): void => {
    // A platform's timer may fire a fraction early.
    const time = Math.max(watched, clock.now() - ago);
    watched = Infinity;
    for (const entry of rings.endedBy(time)) {
      // One that has ended may have taken others back.
      if (isOut(entry)) continue;
      remove(entry);
      entry.expire();
    }
    rings.sweep();
    watch(rings.earliestDue());
  };

  const clock = createHaltingClock(() => {
    if (clock.isHalted()) stop();
    else watch(rings.earliestDue());
  });

  return {
    now: clock.now,
    arm: (from, limit, expire) => {
      // One that is no number would stand in the way of all that come after it.
      const ring = rings.of(limit || 0);
      const entry = insert(ring, from + (limit || 0), expire);
      watch(entry.due);
      return () => remove(entry);
    },
    hold: clock.halt,
    clear: () => {
      rings.clear();
      stop();
    },
  };
};
