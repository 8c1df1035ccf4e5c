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
  /** How long it may take from the call to the reply, in milliseconds. @default the client's `requestTimeout` */
  readonly timeout?: number;
  /**
   * Stops the waiting when it is aborted, as unsubscribing does, but with an `AbortError` that says whether the request
   * had left. Aborted already: nothing is sent.
   */
  readonly signal?: AbortSignal;
}

/**
 * Calls a function of the exchange: emits its reply, decoded and validated, and completes.
 *
 * Nothing happens before it is subscribed to. A query asks once per subscription and waits for the connection
 * within its time limit. A command (`SendOrder`, …) is sent at most once per call of `request$`,
 * however often the result is subscribed to or retried: whoever comes later is given the same outcome. It waits
 * for nothing but the client's first opening; with the connection lost it fails at once. Two commands are repeatable,
 * `CancelOrder` by `OrderId` and `CancelAllOrders`: subscribed to after they have failed or are in doubt, they are sent
 * again; after a success whoever comes later is given the outcome, so a new press of a button is a new call.
 *
 * Where the exchange has forgotten the login ("not authorized" on a socket that was logged in), the client logs in anew;
 * a query is then asked again, a command errors.
 *
 * It errors with
 * - `InvalidRequest`: the parameters cannot be sent; nothing was.
 * - `Denied`: a limit or the kill switch of this process did not let the command out.
 * - `GatewayError`: the exchange refused.
 * - `DecodeError`: the reply is not what the function's codec says.
 * - `RequestTimeout`: no reply in time; `sent` says whether the request had left.
 * - `ConnectionLost`: the connection was lost or closed; `sent` says whether the request had left.
 * - `AbortError`: the `signal` was aborted; `sent` says whether the request had left.
 *
 * With `sent: false` nothing has left and nothing will. Unsubscribing before the request has left means it never
 * does; afterwards it only stops the waiting. The reply to a command that nobody waits for any more is told on
 * `error$` as a `LateReply`, until the socket ends; that to a query is passed over.
 *
 * @example
 * request$(client, GetInstruments, {}).subscribe((instruments) => console.log(instruments.length));
 */
export const request$ = <A, B>(
  connection: Connection,
  endpoint: Endpoint<A, B>,
  params: A,
  options: RequestOptions = {},
): Observable<B> => {
  const misuse = misuseOf('request$', connection, endpoint, params);
  if (misuse !== undefined) return throwError(() => misuse);
  const prepared = call(endpoint, params);
  const { payload } = prepared;
  if (payload._tag === 'Left') return throwError(() => payload.left);
  const { timeout, signal } = options;
  const terms: Terms =
    timeout === undefined ? connection[inner] : { ...connection[inner], requestTimeout: timeout };
  return endpoint.isCommand
    ? admitted$(connection, endpoint.name, params, command(connection, prepared, terms, signal))
    : query(connection, prepared, terms, signal);
};
