/** How fast streams are begun while many of them are restored: so many at a time, and a pause after each. */
export interface RestoreSpeed {
  /** How many may be under way. */
  readonly bound: number;
  /** The time after each before the next is begun, in milliseconds. */
  readonly pause: number;
}

const shortestPause = 20;
const longestPause = 1_000;

/** The speed of a connection in good health. */
export const fullSpeed = (bound: number): RestoreSpeed => ({ bound, pause: 0 });

/**
 * After a loss while streams were being begun: half as many, and a pause that doubles. A bound alone slows nothing down:
 * at a gateway that answers in 5 ms, one at a time is 200 a second.
 */
export const slower = ({ bound, pause }: RestoreSpeed): RestoreSpeed => ({
  bound: Math.max(1, Math.floor(bound / 2)),
  pause: Math.min(longestPause, Math.max(shortestPause, pause * 2)),
});

/** After all of them have been begun without a loss. */
export const faster = ({ bound, pause }: RestoreSpeed, most: number): RestoreSpeed => ({
  bound: Math.min(most, bound * 2),
  pause: pause <= shortestPause ? 0 : pause / 2,
});
