import { Observable } from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import type { Socket } from '../socket.ts';
import { ask, type AskOptions, tell } from './question.ts';

/** Limits of one exchange, where they differ from those of the connection. */
export type ExchangeOptions = AskOptions;

/**
 * One call on one socket: listens for the reply, sends the request, and emits what the reply holds, then completes.
 *
 * Cold: each subscription sends. It errors with `InvalidRequest` when the parameters cannot be sent, `GatewayError`
 * when the exchange refuses, `DecodeError` when the reply is not understood, `RequestTimeout` at the time limit, and
 * `ConnectionLost` when the socket is over, with `sent: false` where it was over before. Unsubscribing stops waiting;
 * what was sent stays sent, and the reply to a command that comes later is reported as a `LateReply`.
 */
export const exchange = <B>(
  socket: Socket,
  call: Call<B>,
  terms: Terms,
  options: ExchangeOptions = {},
): Observable<B> =>
  new Observable((subscriber) => ask(socket, call, terms, options, (outcome) => tell(subscriber, outcome)));
