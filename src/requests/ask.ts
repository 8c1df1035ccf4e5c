import type { Observable } from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import { call, type Endpoint } from '../endpoint.ts';
import type { Socket } from '../socket.ts';
import { heldExchange } from './heldExchange.ts';

/**
 * Calls a function of the exchange on one particular socket, within the client's `pace`. Cold, with the errors of
 * `request$`.
 */
export type Asking = (<A, B>(endpoint: Endpoint<A, B>, params: A) => Observable<B>) & {
  /** The socket that it sends on. */
  readonly socket: Socket;
};

/** What asks on this socket, and on no other. */
export const askOn = (socket: Socket, terms: Terms): Asking =>
  Object.assign(
    <A, B>(endpoint: Endpoint<A, B>, params: A): Observable<B> =>
      heldExchange(socket, call(endpoint, params), terms),
    { socket },
  );
