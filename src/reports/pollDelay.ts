const first = 1_000;
const longest = 30_000;

/** How long to wait before the next look at a report, after so many looks at it, in milliseconds. */
export const pollDelay = (looks: number): number => Math.min(longest, first * 1.5 ** Math.min(looks, 20));
