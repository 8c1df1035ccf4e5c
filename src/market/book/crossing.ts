import type { Crossing } from './bookState.ts';

/** A crossed book mostly uncrosses itself: so long, and so many frames, it is given. */
const grace = 1_000;
const graceFrames = 3;
/** So long where there are fewer frames. */
const graceInQuiet = 5_000;

/** What becomes of a crossing with a frame, or with a snapshot. */
export const crossingAfter = (
  before: Crossing | undefined,
  isCrossed: boolean,
  now: number,
): Crossing | undefined => {
  if (!isCrossed) return undefined;
  return before === undefined ? { since: now, frames: 0 } : { ...before, frames: before.frames + 1 };
};

/** What becomes of a crossing with other rules. */
export const crossingBy = (
  before: Crossing | undefined,
  isCrossed: boolean,
  now: number,
): Crossing | undefined => (isCrossed ? (before ?? { since: now, frames: 0 }) : undefined);

/** When a crossing has lasted for too long, if nothing comes meanwhile. */
export const overdueAt = ({ since, frames }: Crossing): number =>
  since + (frames >= graceFrames ? grace : graceInQuiet);
