import { defer, Observable, ReplaySubject, tap, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Terms } from '../connection/inner.ts';
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

/** What is done with a socket once there is one, and when the caller asked. */
type Use<B> = (socket: Socket, askedAt: number) => Observable<B>;

/** Uses the open socket at once, or the next one where the caller may wait for it. */
const withSocket = <B>(connection: Connection, call: Call<B>, terms: Terms, use: Use<B>): Observable<B> =>
  new Observable((subscriber) => {
    const askedAt = terms.deadlines.now();
    // Not a switchMap: it would hold a kilobyte for as long as the reply takes.
    const run = (socket: Socket): void => {
      use(socket, askedAt).subscribe(subscriber);
    };
    const socket = connection[inner].socketToUse();
    if (socket !== undefined) run(socket);
    else
      subscriber.add(
        usableSocket$(connection, call, terms, askedAt).subscribe({
          next: run,
          error: (error: unknown) => subscriber.error(error),
        }),
      );
  });

/** Each subscription asks anew. */
const query = <B>(connection: Connection, call: Call<B>, terms: Terms): Observable<B> =>
  withSocket(connection, call, terms, (socket, askedAt) => exchange(socket, call, terms, { askedAt }));

const isUnsent = (error: unknown): boolean => error instanceof ConnectionLost && !error.sent;

/** All subscriptions share one sending and its outcome. */
const command = <B>(connection: Connection, call: Call<B>, terms: Terms): Observable<B> => {
  let outcome: ReplaySubject<B> | undefined;

  const send: Use<B> = (socket, askedAt) => {
    const settled = new ReplaySubject<B>(1);
    outcome = settled;
    exchange(socket, call, terms, { askedAt })
      .pipe(
        tap({
          error: (error: unknown) => {
            if (isUnsent(error)) outcome = undefined;
          },
        }),
      )
      .subscribe(settled);
    return settled;
  };

  return defer(
    () =>
      outcome ?? withSocket(connection, call, terms, (socket, askedAt) => outcome ?? send(socket, askedAt)),
  );
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
  { timeout = connection[inner].requestTimeout }: RequestOptions = {},
): Observable<B> => {
  const prepared = call(endpoint, params);
  const { payload } = prepared;
  if (payload._tag === 'Left') return throwError(() => payload.left);
  const usual: Terms = connection[inner];
  // Terms of its own only where it has some: they are held for as long as the reply takes.
  const terms: Terms = timeout === usual.requestTimeout ? usual : { ...usual, requestTimeout: timeout };
  return (endpoint.isCommand ? command : query)(connection, prepared, terms);
};
