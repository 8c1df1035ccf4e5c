import { asyncScheduler, type Subscription } from 'rxjs';
import { timerDelay } from './timerDelay.ts';

/** Many time limits on one timer. */
export interface Deadlines {
  /**
   * Calls `expire` once `limit` milliseconds have passed since `from`, on the clock of `asyncScheduler`. What it returns
   * takes the time limit back, and does nothing where that is over.
   */
  readonly arm: (from: number, limit: number, expire: () => void) => () => void;
  /** Takes all of them back and stops the timer. */
  readonly clear: () => void;
}

interface Entry {
  readonly due: number;
  readonly expire: () => void;
  before: Entry;
  after: Entry;
}

/**
 * A queue of time limits in order of their end. Arming and disarming cost the same whatever their number when all
 * limits are equally long, as those of requests nearly always are. The timer is set for the first of them and left
 * to run out when that is disarmed, so that a request answered in time costs no timer at all.
 */
export const createDeadlines = (): Deadlines => {
  // The earliest stands after it, the latest before it.
  const ring = { due: -Infinity } as Entry;
  ring.before = ring.after = ring;
  let timer: Subscription | undefined;
  let timerDue = Infinity;

  const stop = (): void => {
    timer?.unsubscribe();
    timerDue = Infinity;
  };

  const watch = (): void => {
    const { due } = ring.after;
    if (ring.after === ring || timerDue <= due) return;
    stop();
    // Where the delay had to be shortened, `expireDue` just sets the next one.
    const delay = timerDelay(due - asyncScheduler.now());
    timerDue = due;
    timer = asyncScheduler.schedule(expireDue, delay);
  };

  const disarm = (entry: Entry): void => {
    entry.before.after = entry.after;
    entry.after.before = entry.before;
    entry.before = entry.after = entry;
  };

  const expireDue = (): void => {
    timerDue = Infinity;
    const now = asyncScheduler.now();
    for (let entry = ring.after; entry !== ring && entry.due <= now; entry = ring.after) {
      disarm(entry);
      entry.expire();
    }
    watch();
  };

  return {
    arm: (from, limit, expire) => {
      // One that is no number would stand in the way of all that come after it.
      const due = from + (limit || 0);
      let { before } = ring;
      while (before.due > due) before = before.before;
      const entry: Entry = { due, expire, before, after: before.after };
      entry.after.before = before.after = entry;
      watch();
      return () => disarm(entry);
    },
    clear: () => {
      while (ring.after !== ring) disarm(ring.after);
      stop();
    },
  };
};
