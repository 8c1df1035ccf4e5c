/** How long to wait before what was asked for so often in vain is asked for again, in milliseconds. */
export const pauseAfter = (tries: number): number => Math.min(500 * 2 ** tries, 10_000);
