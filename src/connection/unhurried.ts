import { defer, map, type Observable, of, switchMap, timer } from 'rxjs';
import { monotonicNow } from '../clock.ts';
import { timerDelay } from './timerDelay.ts';

/** A timer that fires this much later than due, in milliseconds, has waited for a program that was busy. */
const busyFor = 20;

/** How long what has arrived meanwhile may take to be read, in milliseconds: some turns of the event loop. */
const grace = 50;

/**
 * A timer for verdicts, such as "late" and "dead". Where it fires on time it emits at once. Where it fires late the
 * program was busy, and what has arrived meanwhile waits to be read: it then grants a short grace first, once.
 *
 * Emits how long ago it fired, in milliseconds: 0, or the grace. What has become due since has had no grace yet. Then
 * it completes. Cold; in virtual time no timer is late. Unsubscribing stops it.
 *
 * @param delay In milliseconds; it ends early where a platform's timer cannot count so far.
 */
export const unhurried$ = (delay: number): Observable<number> =>
  defer(() => {
    const wait = timerDelay(delay);
    const due = monotonicNow() + wait;
    return timer(wait).pipe(
      switchMap(() => {
        const firedAt = monotonicNow();
        return firedAt - due < busyFor ? of(0) : timer(grace).pipe(map(() => monotonicNow() - firedAt));
      }),
    );
  });
