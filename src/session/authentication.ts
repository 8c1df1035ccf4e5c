import { concatMap, ignoreElements, merge, type Observable, of, take, tap } from 'rxjs';
import type { Limits } from '../connection/connection.ts';
import { AuthenticationFailed } from '../errors.ts';
import type { Socket } from '../socket.ts';

/** Once the exchange says that the login is over, it would refuse what follows on this socket. */
const untilLogout = (socket: Socket): Observable<never> =>
  socket.event$('LogoutEvent').pipe(
    take(1),
    tap(() => socket.fail(new AuthenticationFailed('ended'))),
    ignoreElements(),
  );

/**
 * Logs a socket in by what answers once it is done: it emits the socket once the exchange has accepted, and never before. It errors with
 * `AuthenticationFailed` when the exchange refuses; when the exchange ends the login later, with a `LogoutEvent`, the
 * socket fails. Unsubscribing stops watching.
 */
export const withAuthentication =
  (login: (socket: Socket, limits: Limits) => Observable<unknown>) =>
  (socket: Socket, limits: Limits): Observable<Socket> =>
    login(socket, limits).pipe(concatMap(() => merge(of(socket), untilLogout(socket))));
