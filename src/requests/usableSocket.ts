import { EMPTY, filter, map, merge, type Observable, of, switchMap, take, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Terms } from '../connection/inner.ts';
import { causeIn, type ConnectionState, usableIn } from '../connection/state.ts';
import { ConnectionLost } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { overFor } from './overFor.ts';
import { timeLimit$, type Unsent } from './timeLimit.ts';

interface Caller {
  readonly name: string;
  readonly isCommand: boolean;
}

/** What a caller is held to that has no socket, or no room in the pace of the connection, at once. */
export type WaitingTerms = Pick<Terms, 'deadlines' | 'requestTimeout' | 'pacer'>;

/** What holds a caller to the pace of the connection: a command is never held. */
export const pacerFor = ({ isCommand }: Pick<Caller, 'isCommand'>, { pacer }: Pick<Terms, 'pacer'>) =>
  isCommand ? undefined : pacer;

/** Why a caller cannot wait in this state for a socket; `undefined` where it can. */
const refuseToWait = ({ name, isCommand }: Caller, state: ConnectionState): ConnectionLost | undefined => {
  const cause = causeIn(state);
  const lost = (why: string): ConnectionLost => new ConnectionLost(name, false, why, cause);
  if (state._tag === 'Closed') return overFor(name, cause);
  // A link that is probed has not been lost: its answer, or its end, is a moment away.
  if (!isCommand || state._tag === 'Probing') return undefined;
  if ('attempt' in state) return state.attempt > 0 ? lost('the connection is being restored') : undefined;
  return lost('the connection is lost at present');
};

/** Why a request has not left that was held to the pace of the connection. */
export const heldByPace: Unsent = { why: "the client's pace left no room for it" };

/** Why a request has not left in this state, which is not for want of a socket where there is one. */
export const unsentIn = (state: ConnectionState | undefined, held: Unsent): Unsent => {
  if (state === undefined) return {};
  return usableIn(state) === undefined ? { cause: causeIn(state) } : held;
};

/**
 * The socket to send on: the open one at once, or the next one where the caller may wait for it, and in either case once
 * the pace of the connection has room. A command waits for nothing but the first opening and the probe after a sleep, so
 * that it never leaves later than its caller believes.
 *
 * Emits one socket, to be sent on there and then, and completes; errors with `ConnectionLost` or `RequestTimeout`,
 * nothing having been sent. Unsubscribing stops waiting. Who is held while the connection is lost asks for room anew on
 * the next socket.
 *
 * @param present The socket to send on at this moment, asked when there is room.
 */
export const usableSocket$ = (
  { state$ }: Pick<Connection, 'state$'>,
  caller: Caller,
  terms: WaitingTerms,
  askedAt: number,
  present: () => Socket | undefined,
): Observable<Socket> => {
  const pacer = pacerFor(caller, terms);
  let last: ConnectionState | undefined;
  const withRoom$ = (socket: Socket): Observable<Socket> =>
    pacer === undefined
      ? of(socket)
      : pacer.room$('query').pipe(
          // The machine may have slept meanwhile: then the link is probed, and the state tells when it is open again.
          map(present),
          filter((usable) => usable !== undefined),
        );
  const socketIn = (state: ConnectionState): Observable<Socket> => {
    last = state;
    const socket = usableIn(state);
    if (socket !== undefined) return withRoom$(socket);
    const refusal = refuseToWait(caller, state);
    return refusal === undefined ? EMPTY : throwError(() => refusal);
  };
  return merge(
    state$.pipe(switchMap(socketIn)),
    timeLimit$(caller.name, terms, askedAt, false, () => unsentIn(last, heldByPace)),
  ).pipe(take(1));
};
