import { Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Terms } from '../connection/inner.ts';
import { causeIn, type ConnectionState, usableIn } from '../connection/state.ts';
import { type ClientError, ConnectionLost, RequestTimeout } from '../errors.ts';
import type { Socket } from '../socket.ts';

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
  { deadlines, requestTimeout }: Terms,
  askedAt: number,
): Observable<Socket> =>
  new Observable((subscriber) => {
    let cause: ClientError | undefined;
    subscriber.add(
      state$.subscribe((state) => {
        cause = causeIn(state);
        const socket = usableIn(state);
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
    subscriber.add(
      deadlines.arm(askedAt, requestTimeout, () =>
        subscriber.error(new RequestTimeout(caller.name, false, requestTimeout, cause)),
      ),
    );
  });
