import { asyncScheduler, catchError, defer, Observable, of, retry, tap, throwError, timer } from 'rxjs';
import { type ClientError, isClientError, TransportError } from '../errors.ts';
import type { Backoff } from './backoff.ts';
import type { ConnectionState } from './state.ts';
import { timerDelay } from './timerDelay.ts';

export interface ReconnectOptions {
  /** One opening and what becomes of it; it errors when it fails or is lost. Its number is that of the failures before. */
  readonly attempt$: (attempt: number) => Observable<ConnectionState>;
  readonly backoff: Backoff;
  /** How long a connection must have been open for the count of failures to start anew, in milliseconds. */
  readonly stableAfter: number;
  readonly report: (error: ClientError) => void;
}

const asClientError = (error: unknown): ClientError =>
  isClientError(error)
    ? error
    : new TransportError(`The transport failed: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });

/**
 * One attempt after another: the states of each, `Waiting` in between for as long as the backoff says, and
 * `Closed` with the cause when it gives up, which completes. Every cause is also reported. Unsubscribing ends the
 * attempt under way, or the wait.
 */
export const reconnect = ({
  attempt$,
  backoff,
  stableAfter,
  report,
}: ReconnectOptions): Observable<ConnectionState> =>
  new Observable((subscriber) => {
    let failures = 0;
    let openedAt: number | undefined;

    const countFailure = (): number => {
      const wasStable = openedAt !== undefined && asyncScheduler.now() - openedAt >= stableAfter;
      openedAt = undefined;
      failures = wasStable ? 1 : failures + 1;
      return failures;
    };

    const wait = (error: unknown): Observable<unknown> => {
      const cause = asClientError(error);
      report(cause);
      const delay = backoff(countFailure(), cause);
      if (delay === null) return throwError(() => cause);
      subscriber.next({ _tag: 'Waiting', delay, cause });
      return timer(timerDelay(delay));
    };

    return defer(() => attempt$(failures))
      .pipe(
        tap((state) => {
          if (state._tag === 'Open') openedAt = asyncScheduler.now();
        }),
        // Not a catchError that calls itself: that keeps every attempt of the past in memory.
        retry({ delay: wait }),
        catchError((cause: unknown) => of({ _tag: 'Closed', cause: asClientError(cause) } as const)),
      )
      .subscribe(subscriber);
  });
