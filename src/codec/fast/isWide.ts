/** `Number.MAX_SAFE_INTEGER` */
const widest = 9_007_199_254_740_991n;

/** Says whether a value is an integer that no `number` holds exactly. */
export const isWide = (u: unknown): u is bigint => typeof u === 'bigint' && (u > widest || u < -widest);
