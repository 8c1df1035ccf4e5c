/**
 * A rate limit for frames to the exchange, as a token bucket. Within any `t` seconds at most `burst + perSecond * t`
 * frames are sent, apart from those that are never held back. For a limit of 500 in 300 s take `{ perSecond: 1.5,
 * burst: 50 }`.
 */
export interface Pace {
  /** Frames per second in the long run; a fraction is fine. Anything but a positive finite number counts as 1. */
  readonly perSecond: number;
  /** How many frames may be sent at once after a quiet time. @default 1 */
  readonly burst?: number;
}

/** A {@link Pace} that can be kept to. */
export type SettledPace = Required<Pace>;

const isPositive = (value: number): boolean => Number.isFinite(value) && value > 0;

/** The pace that is meant, never one at which nothing would ever go out. */
export const settledPace = ({ perSecond, burst = 1 }: Pace): SettledPace => ({
  perSecond: isPositive(perSecond) ? perSecond : 1,
  burst: isPositive(burst) ? Math.max(1, burst) : 1,
});

/** What is left of a pace at one time: how many frames may go at once, less than none where more have gone already. */
export interface Bucket {
  readonly tokens: number;
  /** When that was so, in milliseconds. */
  readonly at: number;
}

/** Sums of fractions are a little off. */
const almostOne = 1 - 1e-9;

/** A bucket that nothing was taken out of. */
export const fullBucket = ({ burst }: SettledPace, now: number): Bucket => ({ tokens: burst, at: now });

/** What has come in by now. */
export const refilled = ({ tokens, at }: Bucket, { perSecond, burst }: SettledPace, now: number): Bucket => ({
  tokens: Math.min(burst, tokens + ((now - at) * perSecond) / 1_000),
  at: now,
});

/** After one more frame. */
export const taken = ({ tokens, at }: Bucket): Bucket => ({ tokens: tokens - 1, at });

/** After a refusal: nothing is left to be sent at once. */
export const emptied = ({ tokens, at }: Bucket): Bucket => ({ tokens: Math.min(0, tokens), at });

/** In how many whole milliseconds the next frame may go; 0 where it may go now. */
export const delayOf = ({ tokens }: Bucket, { perSecond }: SettledPace): number =>
  tokens >= almostOne ? 0 : Math.ceil(((1 - tokens) * 1_000) / perSecond);
