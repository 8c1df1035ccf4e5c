import { Observable, observeOn, queueScheduler, ReplaySubject, Subscription, tap } from 'rxjs';
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
  const running = new Subscription();
  let present: ConnectionState | undefined;
  let isStarted = false;

  /** With a last state where the source has not told one. */
  const end = (last?: ConnectionState): void => {
    if (running.closed) return;
    isStarted = true;
    running.unsubscribe();
    if (last !== undefined) states.next((present = last));
    states.complete();
    ended();
  };

  const start = (): void => {
    if (isStarted) return;
    isStarted = true;
    running.add(
      source
        // A state announced from inside the handler of another must not overtake it.
        .pipe(
          observeOn(queueScheduler),
          tap((state) => {
            present = state;
            announce(state);
          }),
        )
        .subscribe({ next: (state) => states.next(state), complete: () => end() }),
    );
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
