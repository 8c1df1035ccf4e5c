import { concatMap, merge, type Observable, of, take, throwError } from 'rxjs';
import type { Limits } from '../connection/connection.ts';
import { AuthenticationFailed } from '../errors.ts';
import type { Socket } from '../socket.ts';
import type { Login } from './login.ts';

/** The exchange says that the login is over; what follows on this socket would be refused. */
const ended$ = (socket: Socket): Observable<never> =>
  socket.event$('LogoutEvent').pipe(
    take(1),
    concatMap(() => {
      socket.terminate();
      return throwError(() => new AuthenticationFailed('ended'));
    }),
  );

/**
 * Logs a socket in: it emits the socket once the exchange has accepted, and never before. It errors with
 * `AuthenticationFailed` when the exchange refuses, or ends the login later with a `LogoutEvent`; the socket is
 * dropped then. Unsubscribing stops watching.
 */
export const withAuthentication =
  (login: Login) =>
  (socket: Socket, limits: Limits): Observable<Socket> =>
    login(socket, limits).pipe(concatMap(() => merge(of(socket), ended$(socket))));
