import { forkJoin, merge, type Observable, take, timer } from 'rxjs';
import { timerDelay } from './timerDelay.ts';

/**
 * Waits before the next attempt: emits after `delay` milliseconds, or sooner when it is hurried, but never before
 * `atLeast`; being hurried earlier is remembered until then. It emits once and completes.
 */
export const patience$ = (delay: number, atLeast: number, hurry$: Observable<unknown>): Observable<unknown> =>
  merge(timer(timerDelay(delay)), forkJoin([timer(timerDelay(atLeast)), hurry$.pipe(take(1))])).pipe(take(1));
