import { asyncScheduler } from 'rxjs';

/** No time of day is as small as this, since September 2001, and no virtual time as large: that would be 31 years of it. */
const firstTimeOfDay = 1e12;

/** Two readings of the same clock never lie this far apart, in milliseconds, even where it is set in between. */
const farApart = 1e10;

/**
 * The time of day in milliseconds, for what is shown and for what is signed. It can be set, back or ahead: never take
 * the difference of two.
 */
export const wallNow = (): number => asyncScheduler.now();

/** How many runs in virtual time are under way that have a time of day of their own. */
let virtualRuns = 0;

/**
 * Runs something inside `TestScheduler.run` whose clock shows the time of another day, which may be near the platform's:
 * {@link monotonicNow} takes it for the virtual time that it is.
 */
export const atAnotherTime = <A>(run: () => A): A => {
  virtualRuns += 1;
  try {
    return run();
  } finally {
    virtualRuns -= 1;
  }
};

/**
 * The time in milliseconds on a clock that nobody sets, since an origin without meaning: for ages, limits and delays,
 * and for nothing that is shown. It stands still while the machine sleeps, on most platforms.
 *
 * Inside `TestScheduler.run` it is the virtual time, and `asyncScheduler` is how that shows: its time is then far from the
 * platform's. With fake timers of a test runner it is their time, where these fake `performance` as well.
 *
 * @example
 * const since = monotonicNow();
 * const isOld = (): boolean => monotonicNow() - since > 1_000;
 */
export const monotonicNow = (): number => {
  const time = asyncScheduler.now();
  // The platform's own time is asked for last and least: this runs for every request.
  const isVirtual = virtualRuns > 0 || (time < firstTimeOfDay && Math.abs(Date.now() - time) > farApart);
  return isVirtual ? time : performance.now();
};
