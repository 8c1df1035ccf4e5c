import { catchError, defer, Observable, of, retry, tap, throwError } from 'rxjs';
import { asClientError } from '../asClientError.ts';
import { monotonicNow } from '../clock.ts';
import type { ClientError } from '../errors.ts';
import type { Backoff } from './backoff.ts';
import { delayBy } from './delayBy.ts';
import { type History, lost, noHistory, opened } from './history.ts';
import { isHurried } from './hurried.ts';
import { patience$ } from './patience.ts';
import type { ConnectionState } from './state.ts';
import { judge } from './verdict.ts';

/** What {@link reconnect} is told. */
export interface ReconnectOptions {
  /**
   * One opening and what becomes of it; it errors when it fails or is lost. Its number is that of the failures before,
   * and its cause that of the last.
   */
  readonly attempt$: (attempt: number, cause?: ClientError) => Observable<ConnectionState>;
  readonly backoff: Backoff;
  /** How long a connection must have been open for the count of failures to start anew, in milliseconds. */
  readonly stableAfter: number;
  readonly report: (error: ClientError) => void;
  /** Emits to end a wait; what is under way has to end by itself. */
  readonly hurry$: Observable<unknown>;
  /** Whether the platform says that it has no network. */
  readonly isOffline: () => boolean;
}

/**
 * Has the engine write the stack of an error down. Until somebody reads it, V8 keeps the functions that stood on the
 * stack, and by them the socket that was lost and its cause, with the socket before that: every one there ever was.
 */
const withWrittenStack = (cause: ClientError): ClientError => {
  Reflect.get(cause, 'stack');
  return cause;
};

/** What follows a loss: the history with it, and the wait before the next attempt, or that there is none. */
interface Aftermath {
  readonly history: History;
  readonly wait: 'none' | { readonly delay: number; readonly atLeast: number };
}

const aftermathOf = (
  before: History,
  cause: ClientError,
  { backoff, stableAfter, report, isOffline }: ReconnectOptions,
): Aftermath => {
  const now = monotonicNow();
  const history = lost(before, cause, now, stableAfter, isOffline());
  const verdict = judge(history, now);
  if (verdict._tag === 'Final') return { history, wait: 'none' };
  const { atLeast } = verdict;
  const delay = isHurried(cause) ? 0 : delayBy(backoff, history.failures, cause, report);
  return { history, wait: delay === null ? 'none' : { delay: Math.max(delay, atLeast), atLeast } };
};

/**
 * One attempt after another: the states of each, `Waiting` in between for as long as the backoff says, and
 * `Closed` with the cause when that gives up or when the loss is final (see {@link judge}), which completes. Every
 * cause is also reported, but for that of being hurried. Unsubscribing ends the attempt under way, or the wait.
 */
export const reconnect = (options: ReconnectOptions): Observable<ConnectionState> =>
  new Observable((subscriber) => {
    let history = noHistory;

    const wait = (error: unknown): Observable<unknown> => {
      const cause = withWrittenStack(asClientError(error, 'The transport'));
      if (!isHurried(cause)) options.report(cause);
      const aftermath = aftermathOf(history, cause, options);
      history = aftermath.history;
      if (aftermath.wait === 'none') return throwError(() => cause);
      const { delay, atLeast } = aftermath.wait;
      subscriber.next({ _tag: 'Waiting', delay, cause });
      return patience$(delay, atLeast, options.hurry$);
    };

    return defer(() => options.attempt$(history.failures, history.cause))
      .pipe(
        tap((state) => {
          // A link that has proved alive was open all the time.
          if (state._tag === 'Open' && history.openedAt === undefined)
            history = opened(history, monotonicNow());
        }),
        // Not a catchError that calls itself: that keeps every attempt of the past in memory.
        retry({ delay: wait }),
        catchError((cause: unknown) =>
          of({ _tag: 'Closed', cause: asClientError(cause, 'The transport') } as const),
        ),
      )
      .subscribe(subscriber);
  });
