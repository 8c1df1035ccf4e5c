import { type Observable, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Terms } from '../connection/inner.ts';
import { call, type Endpoint } from '../endpoint.ts';
import { command } from './command.ts';
import { admitted$ } from './guards.ts';
import { misuseOf } from './misuse.ts';
import { query } from './query.ts';

/** Options of one request. */
export interface RequestOptions {
  /** The time limit from the call to the reply, in milliseconds. @default the client's `requestTimeout` */
  readonly timeout?: number;
  /**
   * Stops waiting when it is aborted, as unsubscribing does, but with an `AbortError` that says whether the request had
   * been sent. If it is already aborted, nothing is sent.
   */
  readonly signal?: AbortSignal;
}

/**
 * Calls a function of the exchange: emits its reply, decoded and validated, and completes.
 *
 * Cold: nothing is sent before it is subscribed to. A query is sent once per subscription, and waits for the connection
 * within its time limit.
 *
 * A command (`SendOrder`, …) is sent at most once per call of `request$`, however often the result is subscribed to or
 * retried. Later subscribers get the same outcome; only if nothing was sent does a later subscription send it. A
 * command waits for the client's first connection only: if the connection is lost, it fails at once.
 *
 * Two commands can be repeated safely: `CancelOrder` by `OrderId`, and `CancelAllOrders`. If the first attempt failed
 * or its outcome is unknown, a new subscription sends them again. After a success later subscribers get that outcome,
 * so call `request$` again for each new press of a button.
 *
 * If the exchange has lost the login of an open socket ("not authorized" after a login), the client logs in again. A
 * query is then sent again; a command errors.
 *
 * It errors with
 * - `InvalidRequest`: the parameters or the options are invalid; nothing was sent.
 * - `Denied`: a limit or the kill switch of this process stopped the command; nothing was sent.
 * - `GatewayError`: the exchange refused.
 * - `DecodeError`: the reply does not match the function's codec.
 * - `RequestTimeout`: no reply within the time limit.
 * - `ConnectionLost`: the connection was lost or closed before the reply.
 * - `AbortError`: the `signal` was aborted.
 *
 * The last three have a field `sent`. `false`: nothing was sent, and nothing will be. `true`: the outcome is unknown.
 *
 * Unsubscribing before the request was sent prevents it; afterwards it only stops waiting. If the reply to a command
 * arrives when nobody waits for it any more, `error$` emits a `LateReply`, as long as the socket lives. A late reply to
 * a query is dropped.
 *
 * @example
 * request$(client, GetInstruments, {}).subscribe((instruments) => console.log(instruments.length));
 */
export const request$ = <A, B>(
  connection: Connection,
  endpoint: Endpoint<A, B>,
  params: A,
  options?: RequestOptions,
): Observable<B> => {
  const misuse = misuseOf('request$', connection, endpoint, params, options);
  if (misuse !== undefined) return throwError(() => misuse);
  const prepared = call(endpoint, params);
  const { payload } = prepared;
  if (payload._tag === 'Left') return throwError(() => payload.left);
  const { timeout, signal } = options ?? {};
  const terms: Terms =
    timeout === undefined ? connection[inner] : { ...connection[inner], requestTimeout: timeout };
  return endpoint.isCommand
    ? admitted$(connection, endpoint.name, params, command(connection, prepared, terms, signal))
    : query(connection, prepared, terms, signal);
};
