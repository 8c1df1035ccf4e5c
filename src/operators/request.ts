import * as E from 'fp-ts/lib/Either.js';
import { asyncScheduler, defer, Observable, ReplaySubject, switchMap, throwError } from 'rxjs';
import type { Connection, Limits } from '../connection/connection.ts';
import { type Call, call, type Endpoint } from '../endpoint.ts';
import { ConnectionLost } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { exchange } from './exchange.ts';
import { usableSocket$ } from './usableSocket.ts';

/** Options of one request. */
export interface RequestOptions {
  /** How long it may take from the call to the reply, in milliseconds. @default the client's `requestTimeout` */
  readonly timeout?: number;
}

/** Each subscription asks anew. */
const query = <B>(connection: Connection, call: Call<B>, limits: Limits): Observable<B> =>
  new Observable((subscriber) => {
    const askedAt = asyncScheduler.now();
    // Not a switchMap: it would hold a kilobyte for as long as the reply takes.
    const ask = (socket: Socket): void => {
      exchange(socket, call, limits, { askedAt }).subscribe(subscriber);
    };
    subscriber.add(
      usableSocket$(connection, call, limits, askedAt).subscribe({
        next: ask,
        error: (error: unknown) => subscriber.error(error),
      }),
    );
  });

const isUnsent = (error: unknown): boolean => error instanceof ConnectionLost && !error.sent;

/** All subscriptions share one sending and its outcome. */
const command = <B>(connection: Connection, call: Call<B>, limits: Limits): Observable<B> => {
  let outcome: ReplaySubject<B> | undefined;

  const send = (socket: Socket, askedAt: number): Observable<B> => {
    const settled = new ReplaySubject<B>(1);
    outcome = settled;
    exchange(socket, call, limits, { askedAt }).subscribe({
      next: (reply) => settled.next(reply),
      complete: () => settled.complete(),
      error: (error: unknown) => {
        if (isUnsent(error)) outcome = undefined;
        settled.error(error);
      },
    });
    return settled;
  };

  return defer(() => {
    if (outcome !== undefined) return outcome;
    const askedAt = asyncScheduler.now();
    return usableSocket$(connection, call, limits, askedAt).pipe(
      switchMap((socket) => outcome ?? send(socket, askedAt)),
    );
  });
};

/**
 * Calls a function of the exchange: emits its reply, decoded and validated, and completes.
 *
 * Nothing happens before it is subscribed to. A query asks once per subscription and waits for the connection
 * within its time limit. A command (`SendOrder`, `CancelOrder`, …) is sent at most once per call of `request$`,
 * however often the result is subscribed to or retried: whoever comes later is given the same outcome. It waits
 * for nothing but the client's first opening; with the connection lost it fails at once.
 *
 * It errors with
 * - `InvalidRequest`: the parameters cannot be sent; nothing was.
 * - `GatewayError`: the exchange refused.
 * - `DecodeError`: the reply is not what the function's codec says.
 * - `RequestTimeout`: no reply in time; `sent` says whether the request had left.
 * - `ConnectionLost`: the connection was lost or closed; `sent` says whether the request had left.
 *
 * With `sent: false` nothing has left and nothing will. Unsubscribing before the request has left means it never
 * does; afterwards it only stops the waiting.
 *
 * @example
 * request$(client, GetInstruments, {}).subscribe((instruments) => console.log(instruments.length));
 */
export const request$ = <A, B>(
  connection: Connection,
  endpoint: Endpoint<A, B>,
  params: A,
  { timeout = connection.requestTimeout }: RequestOptions = {},
): Observable<B> => {
  const prepared = call(endpoint, params);
  const payload = prepared.encode();
  if (E.isLeft(payload)) return throwError(() => payload.left);
  const ready: Call<B> = { ...prepared, encode: () => payload };
  const limits: Limits = { deadlines: connection.deadlines, requestTimeout: timeout };
  return (endpoint.isCommand ? command : query)(connection, ready, limits);
};
