import { ignoreElements, map, merge, type Observable, take, tap } from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import { AuthenticationFailed } from '../errors.ts';
import { untilLost } from '../requests/untilLost.ts';
import type { Socket } from '../socket.ts';

/** Once the exchange says that the login is over, it would refuse what follows on this socket. */
const untilLogout = (socket: Socket): Observable<never> =>
  socket.event$('LogoutEvent').pipe(
    take(1),
    tap(() => socket.fail(new AuthenticationFailed('ended'))),
    ignoreElements(),
  );

/**
 * Makes a login of what answers once the exchange has accepted: it emits the socket then, and never before, and errors
 * as the answer does; where the socket is lost first, its own cause is told instead. When the exchange ends the login
 * later, with a `LogoutEvent`, the socket fails with `AuthenticationFailed`. Unsubscribing stops watching.
 */
export const withAuthentication =
  (login: (socket: Socket, terms: Terms) => Observable<unknown>) =>
  (socket: Socket, terms: Terms): Observable<Socket> =>
    // Listening begins before the login does: the exchange may end it before it has answered.
    merge(
      untilLogout(socket),
      login(socket, terms).pipe(
        map(() => socket),
        untilLost(),
      ),
    );
