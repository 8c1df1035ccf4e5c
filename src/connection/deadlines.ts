import { asyncScheduler, type Subscription } from 'rxjs';
import { timerDelay } from './timerDelay.ts';

/** One time limit under way. */
export interface Deadline {
  /** When it ends, on the clock of `asyncScheduler`. */
  readonly due: number;
  readonly expire: () => void;
}

/** Many time limits on one timer. */
export interface Deadlines {
  /** Calls `expire` once `limit` milliseconds have passed since `from`, unless disarmed before. */
  readonly arm: (from: number, limit: number, expire: () => void) => Deadline;
  /** Takes a time limit back; does nothing where it is over. */
  readonly disarm: (deadline: Deadline) => void;
  /** Takes all of them back and stops the timer. */
  readonly clear: () => void;
}

interface Entry extends Deadline {
  before: Entry | undefined;
  after: Entry | undefined;
  isArmed: boolean;
}

/**
 * A queue of time limits in order of their end. Arming and disarming cost the same whatever their number when all
 * limits are equally long, as those of requests nearly always are. The timer is set for the first of them and left
 * to run out when that is disarmed, so that a request answered in time costs no timer at all.
 */
export const createDeadlines = (): Deadlines => {
  let first: Entry | undefined;
  let last: Entry | undefined;
  let timer: Subscription | undefined;
  let timerDue = Infinity;

  const stop = (): void => {
    timer?.unsubscribe();
    timerDue = Infinity;
  };

  const watch = (): void => {
    if (first === undefined || timerDue <= first.due) return;
    stop();
    // Where the delay had to be shortened, `expireDue` just sets the next one.
    const delay = timerDelay(first.due - asyncScheduler.now());
    timerDue = first.due;
    timer = asyncScheduler.schedule(expireDue, delay);
  };

  const disarm = (deadline: Deadline): void => {
    const entry = deadline as Entry;
    if (!entry.isArmed) return;
    entry.isArmed = false;
    if (entry.before === undefined) first = entry.after;
    else entry.before.after = entry.after;
    if (entry.after === undefined) last = entry.before;
    else entry.after.before = entry.before;
  };

  const expireDue = (): void => {
    timerDue = Infinity;
    const now = asyncScheduler.now();
    while (first !== undefined && first.due <= now) {
      const { expire } = first;
      disarm(first);
      expire();
    }
    watch();
  };

  const insert = (entry: Entry): void => {
    let before = last;
    while (before !== undefined && before.due > entry.due) before = before.before;
    entry.before = before;
    entry.after = before === undefined ? first : before.after;
    if (entry.after === undefined) last = entry;
    else entry.after.before = entry;
    if (before === undefined) first = entry;
    else before.after = entry;
  };

  return {
    arm: (from, limit, expire) => {
      const entry: Entry = { due: from + limit, expire, before: undefined, after: undefined, isArmed: true };
      insert(entry);
      watch();
      return entry;
    },
    disarm,
    clear: () => {
      while (first !== undefined) disarm(first);
      stop();
    },
  };
};
