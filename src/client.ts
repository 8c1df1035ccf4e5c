import { webSocket } from '#transport';
import type { Watch } from './connection/attempt.ts';
import { type Backoff, exponentialBackoff } from './connection/backoff.ts';
import { asRequests, asSubscriptions, type Connection, createConnection } from './connection/connection.ts';
import type { Restore } from './connection/inner.ts';
import type { Pace } from './connection/pace.ts';
import { type KeepAlive, withKeepAlive } from './session/keepAlive.ts';
import type { Login } from './session/login.ts';
import type { SocketOptions } from './transport/options.ts';
import type { Transport } from './transport/transport.ts';

/** Notbank's production gateway. */
export const NOTBANK = 'wss://api.notbank.exchange/wsgateway';
/** Notbank's staging gateway. */
export const NOTBANK_STAGING = 'wss://stgapi.notbank.exchange/wsgateway/';

/** Options of {@link createClient}; all have a default, which one that is `undefined` means too. */
export interface ClientOptions extends SocketOptions {
  /** The gateway's address. @default NOTBANK */
  readonly url?: string;
  /**
   * Whom to log in, on every socket before anything else is sent: `apiKeyLogin`, `passwordLogin` or `tokenLogin`.
   *
   * @default nobody: public data only
   */
  readonly credentials?: Login;
  /** When to connect again after a loss. @default exponentialBackoff() */
  readonly backoff?: Backoff;
  /** How long a connection must have been open for the backoff to start anew, in milliseconds. @default 5_000 */
  readonly stableAfter?: number;
  /**
   * How long a request may take from the call to the reply, waiting included, in milliseconds. The time that a person
   * takes for the code of a second factor does not count.
   *
   * @default 10_000
   */
  readonly requestTimeout?: number;
  /**
   * When to look whether a silent link still lives. `false` never looks, and sends none of the pings that keep a login
   * from ending after an hour.
   *
   * @default { interval: 10_000, timeout: 5_000 }
   */
  readonly keepAlive?: Partial<KeepAlive> | false;
  /**
   * How streams are begun and ended on the wire: as plain requests (types 0 and 0), which is what every working
   * client sends, or as the vendor's page says (types 2 and 4). @default 'request'
   */
  readonly subscribeWith?: 'request' | 'subscribe';
  /** How streams come back after a loss; see {@link Restore}. @default { inFlight: 10 } */
  readonly restore?: Partial<Restore>;
  /**
   * How many frames may go to the exchange, where it has a limit; see {@link Pace}. Queries and begins of streams wait
   * for their turn, within their time limits. Commands, logins, pings and the ends of streams go at once and count.
   *
   * A refusal for too many requests halves the pace, and is told on `error$` beside what its caller is told.
   *
   * @default no limit
   */
  readonly pace?: Pace;
  /** What opens sockets, such as a simulated exchange or a recording. @default the platform's WebSocket */
  readonly transport?: Transport;
}

/** A {@link Connection} with an owner. */
export interface Client extends Connection {
  /**
   * Ends everything, for good: requests under way fail with `ConnectionLost`, streams complete, the socket is
   * closed, and no timer is left. Calling it again does nothing.
   */
  readonly close: () => void;
  /**
   * Gives up the present socket, or the opening or the waiting, and tries now; for a program that knows that the network
   * has changed. Requests under way fail with `ConnectionLost`, streams begin anew. It opens a client that was never
   * used, and does nothing for one that is closed or was given up. What protects stays: a second between two logins that
   * the exchange has ended, and the time between refusals of credentials that have worked.
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
 * A client of one gateway. Making one does nothing yet: the first request, stream or subscription to `state$` opens
 * the connection, which is kept, and restored when lost, until `close()`.
 *
 * On every socket the login comes first, then its reply, then the streams that were under way, then everything else.
 *
 * @example
 * const client = createClient({ credentials: apiKeyLogin({ apiKey, secret, userId }) });
 * request$(client, GetUserAccounts, {}).subscribe(console.log);
 */
export const createClient = (options: ClientOptions = {}): Client => {
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
