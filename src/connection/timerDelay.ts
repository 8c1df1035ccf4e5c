/** What a platform's timer can count to; beyond it would end at once. */
const longest = 2 ** 31 - 1;

/** A delay that a timer can keep: a shorter one where it cannot, and none where it has passed already. */
export const timerDelay = (delay: number): number => (delay < longest ? Math.max(delay, 0) : longest);
