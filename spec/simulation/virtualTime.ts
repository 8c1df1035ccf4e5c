import type { Subscription } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';

/** The time of day at which every run begins, in milliseconds: a minute ends two seconds later, so that bars do. */
export const startOfRun = 1_767_225_638_000;
/** The monotonic clock at which every run begins: 0 stands for never. */
const startOfClock = 1_000;

/** What happens to time itself. Times are in milliseconds since the run began. */
export interface Disturbances {
  /** The time of day is set, so much ahead, or back where it is negative. */
  readonly clockSteps: readonly { readonly at: number; readonly by: number }[];
  /** The program is busy, so that whatever is due meanwhile comes to its turn at the end. */
  readonly busy: readonly { readonly at: number; readonly lasts: number }[];
}

type Timer = (handler: () => void, delay?: number) => number;

/**
 * The timers of a platform, in virtual time: each runs when it is due and no other in its place. Those that
 * `TestScheduler` brings run what was set first, and know of no timer that comes late.
 */
const createTimers = (scheduler: TestScheduler) => {
  const pending = new Map<number, Subscription>();
  const soon = new Map<number, () => void>();
  let last = 0;
  const letSoon = (): void => {
    for (const [handle, handler] of soon) {
      soon.delete(handle);
      handler();
    }
  };
  const set =
    (isRepeated: boolean): Timer =>
    (handler, delay = 0) => {
      const handle = (last += 1);
      const plan = (): void => {
        pending.set(handle, scheduler.schedule(run, delay));
      };
      const run = (): void => {
        letSoon();
        if (!pending.has(handle)) return;
        if (!isRepeated) pending.delete(handle);
        handler();
        if (pending.has(handle)) plan();
      };
      plan();
      return handle;
    };
  const clear = (handle: number): void => {
    pending.get(handle)?.unsubscribe();
    pending.delete(handle);
  };
  const setSoon: Timer = (handler) => {
    const handle = (last += 1);
    soon.set(handle, handler);
    scheduler.schedule(letSoon, 0);
    return handle;
  };
  return {
    immediate: { setImmediate: setSoon, clearImmediate: (handle: number) => soon.delete(handle) },
    interval: { setInterval: set(true), clearInterval: clear },
    timeout: { setTimeout: set(false), clearTimeout: clear },
  };
};

/** Has the scheduler come late to what is due while the program is busy. */
const keepBusy = (scheduler: TestScheduler, busy: Disturbances['busy']): void => {
  let frame = 0;
  Object.defineProperty(scheduler, 'frame', {
    get: () => frame,
    set: (time: number) => {
      const ends = busy.map(({ at, lasts }) => (time >= at && time < at + lasts ? at + lasts : time));
      frame = Math.max(frame, ...ends, time);
    },
  });
};

/** Time in one run: what everything in it goes by. */
export interface VirtualTime {
  /** Milliseconds since the run began, on the clock that nobody sets. */
  readonly elapsed: () => number;
  /** How often the time of day was set by now. */
  readonly steps: () => number;
}

/**
 * Does something in virtual time, to its end: timers, the time of day and the monotonic clock are those of the run, as
 * a program meets them on a platform, with what is to disturb them.
 */
export const inVirtualTime = (
  { clockSteps, busy }: Disturbances,
  work: (time: VirtualTime) => void,
  ended: (time: VirtualTime) => void,
): void => {
  const scheduler = new TestScheduler(() => undefined);
  keepBusy(scheduler, busy);
  const elapsed = (): number => scheduler.frame;
  const past = () => clockSteps.filter(({ at }) => at <= elapsed());
  const time: VirtualTime = { elapsed, steps: () => past().length };
  const wall = (): number => startOfRun + elapsed() + past().reduce((sum, { by }) => sum + by, 0);
  Object.assign(scheduler, { now: wall, createDelegates: () => createTimers(scheduler) });
  // As it is, not bound: one run after another would make a longer chain each time.
  const now: () => number = Reflect.get(performance, 'now');
  performance.now = () => startOfClock + elapsed();
  try {
    scheduler.run(({ flush }) => {
      work(time);
      flush();
      ended(time);
    });
  } finally {
    performance.now = now;
  }
};
