import type { Crossing } from './bookState.ts';

/** A crossed book mostly uncrosses itself: so long, and so many frames, it is given. */
const grace = 1_000;
const graceFrames = 3;
/** So long where there are fewer frames. */
const graceInQuiet = 5_000;

/** The crossing of a book that a frame, or a snapshot, has left crossed. */
export const crossingAfter = (before: Crossing | undefined, now: number): Crossing =>
  before === undefined ? { since: now, frames: 0 } : { ...before, frames: before.frames + 1 };

/** The crossing of a book that is crossed by other rules than before. */
export const crossingBy = (before: Crossing | undefined, now: number): Crossing =>
  before ?? { since: now, frames: 0 };

/** When a crossing has lasted for too long, if nothing comes meanwhile. */
export const overdueAt = ({ since, frames }: Crossing): number =>
  since + (frames >= graceFrames ? grace : graceInQuiet);
