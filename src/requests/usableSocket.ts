import { concatMap, EMPTY, merge, type Observable, of, take, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Terms } from '../connection/inner.ts';
import { causeIn, type ConnectionState, usableIn } from '../connection/state.ts';
import { type ClientError, ConnectionLost } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { timeLimit$ } from './timeLimit.ts';

interface Caller {
  readonly name: string;
  readonly isCommand: boolean;
}

/** Why a caller cannot wait in this state for a socket; `undefined` where it can. */
const refuseToWait = ({ name, isCommand }: Caller, state: ConnectionState): ConnectionLost | undefined => {
  const cause = causeIn(state);
  const lost = (why: string): ConnectionLost => new ConnectionLost(name, false, why, cause);
  if (state._tag === 'Closed') {
    return lost(
      cause === undefined ? 'the connection was closed' : `the connection was given up (${cause.message})`,
    );
  }
  // A link that is probed has not been lost: its answer, or its end, is a moment away.
  if (!isCommand || state._tag === 'Probing') return undefined;
  if ('attempt' in state) return state.attempt > 0 ? lost('the connection is being restored') : undefined;
  return lost('the connection is lost at present');
};

/**
 * The socket to send on: the open one at once, or the next one where the caller may wait for it. A command waits
 * for nothing but the first opening and the probe after a sleep, so that it never leaves later than its caller believes.
 *
 * Emits one socket and completes; errors with `ConnectionLost` or `RequestTimeout`, nothing having been sent.
 * Unsubscribing stops waiting.
 */
export const usableSocket$ = (
  { state$ }: Pick<Connection, 'state$'>,
  caller: Caller,
  terms: Pick<Terms, 'deadlines' | 'requestTimeout'>,
  askedAt: number,
): Observable<Socket> => {
  let cause: ClientError | undefined;
  const socketIn = (state: ConnectionState): Observable<Socket> => {
    cause = causeIn(state);
    const socket = usableIn(state);
    if (socket !== undefined) return of(socket);
    const refusal = refuseToWait(caller, state);
    return refusal === undefined ? EMPTY : throwError(() => refusal);
  };
  return merge(
    state$.pipe(concatMap(socketIn)),
    timeLimit$(caller.name, terms, askedAt, false, () => cause),
  ).pipe(take(1));
};
