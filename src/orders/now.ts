import { monotonicNow, wallNow } from '../clock.ts';

/** The time that ages and limits are reckoned in, in milliseconds: a clock that is never set. */
export const now = (): number => monotonicNow();

/** The time of day, in milliseconds since 1970, at a time of {@link now}; 0 stays 0, for never. */
export const wallOf = (at: number): number => (at === 0 ? 0 : wallNow() - (monotonicNow() - at));

/** An input of a reducer without the time, which whoever takes it adds. */
export type Untimed<I> = I extends { readonly at: number } ? Omit<I, 'at'> : never;
