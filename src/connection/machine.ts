import { Observable, observeOn, queueScheduler, ReplaySubject, Subject, takeUntil, tap } from 'rxjs';
import type { ConnectionState } from './state.ts';

/** States that are produced once, from the first use on, for everybody. */
export interface Machine {
  /** The present state at once, then every change; completes after `Closed`. Subscribing starts it. */
  readonly state$: Observable<ConnectionState>;
  /** The present state; `undefined` before the first. */
  readonly present: () => ConnectionState | undefined;
  /** Starts it, unless it has been started or is closed. */
  readonly start: () => void;
  /** Ends it with `Closed`; does nothing where it has ended. */
  readonly close: () => void;
}

/**
 * Runs a source of states.
 *
 * @param announce Told of each state before anybody else is.
 * @param ended Called once, after the last state has been told: when the source has completed, or at `close`.
 */
export const createMachine = (
  source: Observable<ConnectionState>,
  announce: (state: ConnectionState) => void,
  ended: () => void,
): Machine => {
  const states = new ReplaySubject<ConnectionState>(1);
  // What opens at once is not subscribed to yet when it is ended in the midst of that.
  const stop = new Subject<void>();
  let present: ConnectionState | undefined;
  let phase: 'new' | 'running' | 'over' = 'new';

  /** With a last state where the source has not told one. */
  const end = (last?: ConnectionState): void => {
    if (phase === 'over') return;
    phase = 'over';
    stop.next();
    if (last !== undefined) states.next((present = last));
    states.complete();
    ended();
  };

  const start = (): void => {
    if (phase !== 'new') return;
    phase = 'running';
    source
      // A state announced from inside the handler of another must not overtake it.
      .pipe(
        observeOn(queueScheduler),
        tap((state) => {
          present = state;
          announce(state);
        }),
        takeUntil(stop),
      )
      .subscribe({ next: (state) => states.next(state), complete: () => end() });
  };

  return {
    state$: new Observable((subscriber) => {
      // Listening comes before starting: a transport in memory opens at once.
      subscriber.add(states.subscribe(subscriber));
      start();
    }),
    present: () => present,
    start,
    close: () => end({ _tag: 'Closed' }),
  };
};
