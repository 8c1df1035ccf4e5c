import { Observable } from 'rxjs';
import type { Connection, Limits } from '../connection/connection.ts';
import type { ConnectionState } from '../connection/state.ts';
import { type ClientError, ConnectionLost, RequestTimeout } from '../errors.ts';
import type { Socket } from '../socket.ts';

interface Caller {
  readonly name: string;
  readonly isCommand: boolean;
}

const lost = ({ name }: Caller, why: string, cause?: ClientError): ConnectionLost =>
  new ConnectionLost(name, false, why, cause);

/** A socket is over a moment before the loss is told, and what fails by it may ask again at once. */
const socketOf = (state: ConnectionState): Socket | undefined =>
  state._tag === 'Open' && !state.socket.isOver() ? state.socket : undefined;

/** Why a caller cannot wait in this state for a socket; `undefined` where it can. */
const refuseToWait = (caller: Caller, state: ConnectionState): ConnectionLost | undefined => {
  if (state._tag === 'Closed') {
    const { cause } = state;
    if (cause === undefined) return lost(caller, 'the connection was closed');
    return lost(caller, `the connection was given up (${cause.message})`, cause);
  }
  if (!caller.isCommand) return undefined;
  if (state._tag === 'Open') return lost(caller, 'the connection has just been lost');
  if (state._tag === 'Waiting') return lost(caller, 'the connection is lost at present', state.cause);
  return state.attempt > 0 ? lost(caller, 'the connection is being restored') : undefined;
};

/**
 * The socket to send on: the open one at once, or the next one where the caller may wait for it. A command waits
 * for nothing but the first opening, so that it never leaves later than its caller believes.
 *
 * Emits one socket and completes; errors with `ConnectionLost` or `RequestTimeout`, nothing having been sent.
 * Unsubscribing stops waiting.
 */
export const usableSocket$ = (
  { state$ }: Pick<Connection, 'state$'>,
  caller: Caller,
  { deadlines, requestTimeout }: Limits,
  askedAt: number,
): Observable<Socket> =>
  new Observable((subscriber) => {
    subscriber.add(
      state$.subscribe((state) => {
        const socket = socketOf(state);
        if (socket !== undefined) {
          subscriber.next(socket);
          subscriber.complete();
          return;
        }
        const refusal = refuseToWait(caller, state);
        if (refusal !== undefined) subscriber.error(refusal);
      }),
    );
    if (subscriber.closed) return;
    const deadline = deadlines.arm(askedAt, requestTimeout, () =>
      subscriber.error(new RequestTimeout(caller.name, false, requestTimeout)),
    );
    subscriber.add(() => deadlines.disarm(deadline));
  });
