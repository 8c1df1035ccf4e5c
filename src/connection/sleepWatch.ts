import { monotonicNow, wallNow } from '../clock.ts';

/** How much further the time of day must have come than the monotonic clock for a sleep, in milliseconds. */
const shortestSleep = 5_000;

/**
 * Tells whether the machine has slept since the last look: the time of day has then come further than the monotonic
 * clock, by more than 5 s. A clock that was set ahead looks the same, and one that was set back never does. The first
 * look is the making of it.
 *
 * @example
 * const hasSlept = createSleepWatch();
 * if (hasSlept()) console.log('Good morning.');
 */
export const createSleepWatch = (): (() => boolean) => {
  const lead = (): number => wallNow() - monotonicNow();
  let seen = lead();
  return () => {
    const before = seen;
    seen = lead();
    return seen - before > shortestSleep;
  };
};
