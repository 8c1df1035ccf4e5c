import { AsyncSubject, catchError, EMPTY, finalize, type Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { type ClientError, ConnectionLost } from '../errors.ts';
import type { Socket } from '../socket.ts';
import type { Stream } from '../topic.ts';
import { end } from './attach.ts';

/** The unsubscribes under way on each socket, by group. */
const leavingOn = new WeakMap<Socket, Map<string, Observable<never>>>();

/** Completes once no unsubscribe of this group is under way on this socket. */
export const left$ = (socket: Socket, group: string): Observable<never> =>
  leavingOn.get(socket)?.get(group) ?? EMPTY;

/**
 * Ends a group at the exchange: sends its unsubscribe at once, and remembers it until it is answered. A refusal is
 * reported; a socket that is over has ended the group by itself.
 */
export const leave = (
  connection: Connection,
  socket: Socket,
  stream: Pick<Stream<unknown>, 'group' | 'unsubscribe'>,
): void => {
  const groups = leavingOn.get(socket) ?? new Map<string, Observable<never>>();
  leavingOn.set(socket, groups);
  const answered = new AsyncSubject<never>();
  groups.set(stream.group, answered);
  end(connection, socket, stream)
    .pipe(
      catchError((error: unknown) => {
        if (!(error instanceof ConnectionLost)) connection.report(error as ClientError);
        return EMPTY;
      }),
      finalize(() => {
        if (groups.get(stream.group) === answered) groups.delete(stream.group);
      }),
    )
    .subscribe(answered);
};
