import { asyncScheduler, type Subscription } from 'rxjs';
import { timerDelay } from '../connection/timerDelay.ts';
import { now } from './now.ts';

/** A timer that is set anew again and again. */
export interface Alarm {
  /** Rings no later than then, on the clock of `asyncScheduler`; it may ring earlier. `Infinity` sets nothing. */
  readonly set: (at: number) => void;
  readonly clear: () => void;
}

/**
 * Makes an {@link Alarm}. A time later than the one it is set for leaves the timer as it is, so that setting it with
 * every event costs nothing.
 */
export const createAlarm = (ring: () => void): Alarm => {
  let timer: Subscription | undefined;
  let ringsAt = Infinity;
  const clear = (): void => {
    timer?.unsubscribe();
    ringsAt = Infinity;
  };
  const set = (at: number): void => {
    if (at >= ringsAt) return;
    clear();
    ringsAt = at;
    timer = asyncScheduler.schedule(
      () => {
        ringsAt = Infinity;
        ring();
      },
      timerDelay(Math.max(0, at - now())),
    );
  };
  return { set, clear };
};
