import { webSocket } from '#transport';
import { throwError } from 'rxjs';
import type { Watch } from './connection/attempt.ts';
import { type Backoff, exponentialBackoff } from './connection/backoff.ts';
import { asRequests, asSubscriptions, type Connection, createConnection } from './connection/connection.ts';
import type { Restore } from './connection/inner.ts';
import type { Pace } from './connection/pace.ts';
import { InvalidRequest } from './errors.ts';
import {
  above0,
  aFunction,
  anything,
  aText,
  from0,
  misfits,
  oneOf,
  optionsOf,
  type ShapesOf,
} from './misfits.ts';
import { type KeepAlive, withKeepAlive } from './session/keepAlive.ts';
import type { Login } from './session/login.ts';
import type { SocketOptions } from './transport/options.ts';
import type { Transport } from './transport/transport.ts';

/** Notbank's production gateway. */
export const NOTBANK = 'wss://api.notbank.exchange/wsgateway';
/** Notbank's staging gateway. */
export const NOTBANK_STAGING = 'wss://stgapi.notbank.exchange/wsgateway/';

/** Options of {@link createClient}. All have a default, which `undefined` also selects. */
export interface ClientOptions extends SocketOptions {
  /** The gateway's address. @default NOTBANK */
  readonly url?: string;
  /**
   * The login that is made on every new socket, before anything else is sent: `apiKeyLogin`, `passwordLogin` or
   * `tokenLogin`.
   *
   * @default no login: public data only
   */
  readonly credentials?: Login;
  /** When to reconnect after a loss. @default exponentialBackoff() */
  readonly backoff?: Backoff;
  /** How long a connection must have been open for the backoff to start over, in milliseconds. @default 5_000 */
  readonly stableAfter?: number;
  /**
   * The time limit of a request from the call to the reply, including the wait for the connection, in milliseconds. The
   * time a person takes to enter a second-factor code does not count.
   *
   * @default 10_000
   */
  readonly requestTimeout?: number;
  /**
   * When to send a ping on a silent link. `false` sends no pings: then a dead link may go unnoticed, and a login ends
   * once the client has sent nothing for an hour.
   *
   * @default { interval: 10_000, timeout: 5_000 }
   */
  readonly keepAlive?: Partial<KeepAlive> | false;
  /**
   * The message types of subscribe and unsubscribe calls: plain requests (0 and 0), as all known working clients send,
   * or 2 and 4, as the vendor documents.
   *
   * @default 'request'
   */
  readonly subscribeWith?: 'request' | 'subscribe';
  /** How streams are resubscribed after a loss; see {@link Restore}. @default { inFlight: 10 } */
  readonly restore?: Partial<Restore>;
  /**
   * The rate limit for frames to the exchange, if it has one; see {@link Pace}. Queries and subscribes wait for their
   * turn, within their own time limits. Commands, logins, pings and unsubscribes are sent at once, and count.
   *
   * A refusal for too many requests halves the pace. It goes to the caller and to `error$`.
   *
   * @default no limit
   */
  readonly pace?: Pace;
  /** What opens sockets, such as a simulated exchange or a recording. @default the platform's WebSocket */
  readonly transport?: Transport;
}

/** A {@link Connection} that you can close and reconnect. */
export interface Client extends Connection {
  /**
   * Closes the client for good. Requests under way fail with `ConnectionLost`, streams complete, the socket is closed,
   * and no timer is left. Calling it again does nothing.
   */
  readonly close: () => void;
  /**
   * Reconnects now, for a program that knows that the network has changed. It drops the present socket, or cuts short
   * the present attempt or wait. Requests under way fail with `ConnectionLost`, and streams are resubscribed.
   *
   * It opens a client that was never used, and does nothing once the client is `Closed`. Two minimum waits still apply:
   * one second between logins that the exchange ended, and the wait after credentials that once worked were refused.
   */
  readonly reconnect: () => void;
  /** The same as {@link Client.close}, for `using client = createClient()`. */
  readonly [Symbol.dispose]: () => void;
}

declare global {
  /** Known to TypeScript itself only with the lib `esnext.disposable`. */
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
}

const ofKeepAlive: ShapesOf<KeepAlive> = { interval: above0, timeout: above0 };
const ofRestore: ShapesOf<Restore> = { inFlight: anything };
const ofPace: ShapesOf<Pace> = { perSecond: anything, burst: anything };
const keepAliveShape = optionsOf(ofKeepAlive, 'an object of options, or false,');

/** What each option may be; what a pace or a restore counts as says its own docblock. */
const shapes: ShapesOf<ClientOptions> = {
  url: aText,
  credentials: aFunction('a login, such as apiKeyLogin makes,'),
  backoff: aFunction('a function, such as exponentialBackoff makes,'),
  stableAfter: from0,
  requestTimeout: from0,
  keepAlive: { ...keepAliveShape, is: (u) => u === false || keepAliveShape.is(u) },
  subscribeWith: oneOf('request', 'subscribe'),
  restore: optionsOf(ofRestore),
  pace: optionsOf(ofPace),
  transport: aFunction('a transport, such as webSocket makes,'),
  connectTimeout: above0,
  maxPayload: above0,
};

/** A client with options that cannot be meant opens nothing, least of all the production gateway by default. */
const unlessMisused = (options: ClientOptions): ClientOptions => {
  const mismatches = misfits(options, shapes);
  if (mismatches.length === 0) return options;
  const misuse = new InvalidRequest('createClient', mismatches, 'createClient has opened no connection');
  return { transport: () => throwError(() => misuse) };
};

const watchOf = ({ interval = 10_000, timeout = 5_000 }: Partial<KeepAlive>): Watch =>
  withKeepAlive({ interval, timeout });

/** Nothing else of a client's options is the transport's business. */
const socketOptionsOf = ({ connectTimeout, maxPayload }: ClientOptions): SocketOptions => ({
  ...(connectTimeout !== undefined && { connectTimeout }),
  ...(maxPayload !== undefined && { maxPayload }),
});

/** What a connection may do without. */
const optionalOf = ({ credentials, keepAlive = {}, pace }: ClientOptions) => ({
  ...(pace && { pace }),
  ...(keepAlive !== false && { keepAlive: watchOf(keepAlive) }),
  ...(credentials && { authenticate: credentials }),
});

/**
 * Creates a client of one gateway. The connection opens with the first request, stream or subscription to `state$`. It
 * then stays open, and reconnects after every loss, until `close()`.
 *
 * On every new socket the client logs in first, then resubscribes the streams that were active, then sends all else.
 *
 * It never throws. With an option that does not exist, or is of another kind, nothing is opened: the client is `Closed`
 * on its first use, with an `InvalidRequest` as the cause.
 *
 * @example
 * const client = createClient({ credentials: apiKeyLogin({ apiKey, secret, userId }) });
 * request$(client, GetUserAccounts, {}).subscribe(console.log);
 */
export const createClient = (given: ClientOptions = {}): Client => {
  const options = unlessMisused(given);
  const {
    url = NOTBANK,
    backoff = exponentialBackoff(),
    stableAfter = 5_000,
    requestTimeout = 10_000,
    subscribeWith = 'request',
    restore: { inFlight = 10 } = {},
    transport = webSocket(socketOptionsOf(options)),
  } = options;
  const connection = createConnection({
    url,
    transport,
    backoff,
    stableAfter,
    requestTimeout,
    restore: { inFlight },
    subscribeWith: subscribeWith === 'subscribe' ? asSubscriptions : asRequests,
    ...optionalOf(options),
  });
  return { ...connection, [Symbol.dispose]: connection.close };
};
