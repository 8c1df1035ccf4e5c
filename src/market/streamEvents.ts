import {
  catchError,
  defer,
  distinctUntilChanged,
  filter,
  map,
  merge,
  type Observable,
  of,
  retry,
  skipWhile,
  Subject,
  switchMap,
  take,
  takeWhile,
  tap,
  throwError,
  timer,
} from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { type ConnectionState, isOpen } from '../connection/state.ts';
import { type ClientError, isClientError } from '../errors.ts';
import { subscribe$ } from '../streams/subscribe.ts';
import type { Topic } from '../streams/topic.ts';
import { mayPass, pauseBefore } from './patience.ts';

/** The stream says something. */
export interface Message<M> {
  readonly _tag: 'Message';
  readonly message: M;
}

/** The stream does not follow the exchange any more, and will begin again by itself. */
export interface Lost {
  readonly _tag: 'Lost';
  readonly cause: ClientError | undefined;
}

/** The stream has ended, for a cause that does not pass. */
export interface Failed {
  readonly _tag: 'Failed';
  readonly cause: ClientError;
}

/** What befalls a stream: its messages, and when it follows no longer. */
export type StreamEvent<M> = Message<M> | Lost | Failed;

const causeIn = (state: ConnectionState): ClientError | undefined =>
  'cause' in state ? state.cause : undefined;

/** Each loss of the link, before anything that follows from it. */
const losses$ = ({ state$ }: Connection): Observable<Lost> =>
  state$.pipe(
    distinctUntilChanged((one, other) => isOpen(one) === isOpen(other)),
    skipWhile((state) => !isOpen(state)),
    filter((state) => !isOpen(state) && state._tag !== 'Closed'),
    map((state) => ({ _tag: 'Lost', cause: causeIn(state) })),
  );

/** When to begin a stream again; an error where that is no use. */
const again$ = (connection: Connection, error: unknown, attempt: number): Observable<ClientError> =>
  connection.state$.pipe(
    take(1),
    switchMap((state) =>
      state._tag !== 'Closed' && isClientError(error) && mayPass(error) ? of(error) : throwError(() => error),
    ),
    switchMap((cause) => timer(pauseBefore(attempt)).pipe(map(() => cause))),
  );

/**
 * A stream with its losses told as they happen, begun again after every error that may pass. Cold, shared as
 * `subscribe$` is. It never errors with an error of this library: it emits `Failed` and completes. It completes when
 * the connection is closed.
 */
export const streamEvents$ = <A, S, M>(
  connection: Connection,
  topic: Topic<A, S, M>,
  params: NoInfer<A>,
): Observable<StreamEvent<M>> =>
  defer(() => {
    const setbacks = new Subject<Lost>();
    const message$ = subscribe$(connection, topic, params).pipe(
      map((message): StreamEvent<M> => ({ _tag: 'Message', message })),
      tap({
        error: (cause: unknown) =>
          setbacks.next({ _tag: 'Lost', cause: isClientError(cause) ? cause : undefined }),
      }),
      retry({ delay: (error: unknown, attempt) => again$(connection, error, attempt), resetOnSuccess: true }),
      catchError((cause: unknown) =>
        isClientError(cause) ? of<Failed>({ _tag: 'Failed', cause }) : throwError(() => cause),
      ),
      tap({ complete: () => setbacks.complete() }),
    );
    return merge(losses$(connection), setbacks, message$).pipe(
      takeWhile(({ _tag }) => _tag !== 'Failed', true),
    );
  });
