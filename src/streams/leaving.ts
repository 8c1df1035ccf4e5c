import { AsyncSubject, catchError, EMPTY, finalize, merge, type Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import { type ClientError, ConnectionLost } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { entryOf } from './entry.ts';
import { exchange } from '../requests/exchange.ts';

/** The unsubscribes under way on each socket, by group. */
const leavingOn = new WeakMap<Socket, Map<string, Observable<unknown>>>();

/** Completes once the unsubscribes of this group on this socket are answered; `undefined` where none is under way. */
export const left$ = (socket: Socket, group: string): Observable<unknown> | undefined =>
  leavingOn.get(socket)?.get(group);

/**
 * Ends a group at the exchange: sends these unsubscribes at once, and remembers them until all are answered. A
 * refusal is reported; a socket that is over has ended the group by itself.
 */
export const leave = (
  connection: Connection,
  socket: Socket,
  group: string,
  unsubscribes: readonly Call<unknown>[],
): void => {
  const groups = entryOf(leavingOn, socket, () => new Map<string, Observable<unknown>>());
  const answered = new AsyncSubject<unknown>();
  groups.set(group, answered);

  const unsubscribe$ = (call: Call<unknown>): Observable<unknown> =>
    exchange(socket, call, connection[inner], { type: connection[inner].subscribeWith.unsubscribe }).pipe(
      catchError((error: unknown) => {
        if (!(error instanceof ConnectionLost)) connection[inner].report(error as ClientError);
        return EMPTY;
      }),
    );

  merge(...unsubscribes.map(unsubscribe$))
    .pipe(finalize(() => groups.delete(group)))
    .subscribe(answered);
};
