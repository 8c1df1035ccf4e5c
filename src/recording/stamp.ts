import { monotonicNow, wallNow } from '../clock.ts';

/** How far the time of day may be ahead before a recording follows it, in milliseconds: a sleep, or a clock set ahead. */
const farAhead = 1_000;

const inMicroseconds = (time: number): number => Math.round(time * 1_000) / 1_000;

/**
 * Makes a clock of one recording: milliseconds since 1970 with a fraction, never smaller than before. It starts with the
 * time of day and goes on with the clock that nobody sets; where the time of day is a second ahead it follows.
 */
export const createStamp = (): (() => number) => {
  let lead = wallNow() - monotonicNow();
  let last = 0;
  return () => {
    const behind = wallNow() - monotonicNow() - lead;
    if (behind > farAhead) lead += behind;
    last = Math.max(last, inMicroseconds(monotonicNow() + lead));
    return last;
  };
};
