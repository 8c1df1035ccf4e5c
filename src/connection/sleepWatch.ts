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
  let lookedAt = wallNow();
  let lead = lookedAt - monotonicNow();
  return () => {
    const now = wallNow();
    // What is not even five seconds away cannot be a sleep; every request asks, and a clock less is a clock less.
    if (now >= lookedAt && now - lookedAt <= shortestSleep) return false;
    const before = lead;
    lookedAt = now;
    lead = now - monotonicNow();
    return lead - before > shortestSleep;
  };
};
