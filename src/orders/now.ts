import { asyncScheduler } from 'rxjs';

/** The time that ages and limits are reckoned in, in milliseconds. */
export const now = (): number => asyncScheduler.now();

/** The time of day, in milliseconds since 1970, at a time of {@link now}; 0 stays 0, for never. */
export const wallOf = (at: number): number => at;
