import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Observable, Subject, type Subscriber } from 'rxjs';
import { type ClientOptions, type RawData, WebSocket } from 'ws';
import { monotonicNow } from '../clock.ts';
import type { TransportError } from '../errors.ts';
import { checkAddress, noAddress } from './address.ts';
import { closingReason, sendableCode } from './closing.ts';
import { inOneWrite } from './inOneWrite.ts';
import { socketOptions } from './options.ts';
import type { Transport, Wire } from './transport.ts';
import { type HttpRefusal, retryAfterIn, wsFailure } from './wsFailure.ts';
import type { WsOptions } from './wsOptions.ts';

/** How long the other side may take to agree to a close that we asked for, in milliseconds. */
const closeTimeout = 1_000;

// One string a message: JSON.parse needs it anyway. The Buffer may be a view of a larger chunk and is never kept.
const textOf = (data: RawData): string => (data as Buffer).toString('utf8');

/** An address that is none throws, where every other failure is emitted; `ws` would take one of HTTP for its own. */
const open = (url: string, options: WsOptions): WebSocket => {
  const { connectTimeout, maxPayload } = socketOptions(options);
  const given = Object.fromEntries(
    Object.entries<unknown>({ ...options }).filter(([, value]) => value !== undefined),
  );
  // `closeTimeout` is newer than the types.
  const settled: ClientOptions & { readonly closeTimeout: number } = {
    perMessageDeflate: false,
    ...given,
    handshakeTimeout: connectTimeout,
    maxPayload,
    closeTimeout,
  };
  try {
    return new WebSocket(checkAddress(url), settled);
  } catch (error) {
    throw noAddress(url, error as Error);
  }
};

/** The first that went wrong: what comes after it is its consequence. */
interface Trouble {
  readonly failure?: Error;
  readonly refusal?: HttpRefusal;
}

const watchTrouble = (socket: WebSocket): (() => Trouble) => {
  let trouble: Trouble = {};
  socket.on('error', (failure) => {
    trouble = 'failure' in trouble || 'refusal' in trouble ? trouble : { failure };
  });
  socket.on('unexpected-response', (_request, { statusCode = 0, headers }: IncomingMessage) => {
    const retryAfter = retryAfterIn(headers['retry-after']);
    trouble = { refusal: { status: statusCode, ...(retryAfter !== undefined && { retryAfter }) } };
    socket.terminate();
  });
  return () => trouble;
};

/** When bytes last came in: those of a large message do so long before it does. */
const hearingOn = (tcp: Socket): Pick<Wire, 'heardAt'> => {
  let heardAt = monotonicNow();
  tcp.on('data', () => {
    heardAt = monotonicNow();
  });
  return { heardAt: () => heardAt };
};

/** The wire on an open socket, and what ends it. Bun puts a socket of its own in the place of `ws`, which shows no TCP. */
const wireOn = (
  socket: WebSocket,
  tcp: Socket | null | undefined,
  cause: () => TransportError | undefined,
) => {
  const messages = new Subject<string>();
  const { send, flush } = inOneWrite(tcp, (text) => socket.send(text));
  let isOurEnd = false;
  socket.on('message', (data) => messages.next(textOf(data)));
  const end = (how: () => void): void => {
    isOurEnd = true;
    flush();
    how();
  };
  const wire: Wire = {
    message$: messages.asObservable(),
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) send(text);
    },
    close: (code = 1_000, reason = '') => end(() => socket.close(sendableCode(code), closingReason(reason))),
    terminate: () => {
      messages.complete();
      end(() => socket.terminate());
    },
    cause,
    ...(tcp && hearingOn(tcp)),
  };
  return { wire, messages, flush, isOurEnd: () => isOurEnd };
};

const connect = (url: string, options: WsOptions, subscriber: Subscriber<Wire>): void => {
  const socket = open(url, options);
  const { maxPayload } = socketOptions(options);
  const trouble = watchTrouble(socket);
  let line: ReturnType<typeof wireOn> | undefined;
  let tcp: Socket | null | undefined;
  let cause: TransportError | undefined;

  socket.on('upgrade', (response: IncomingMessage) => {
    tcp = response.socket;
  });
  socket.on('open', () => {
    line = wireOn(socket, tcp, () => cause);
    subscriber.next(line.wire);
  });
  socket.on('close', (code, reason) => {
    const isOurEnd = line?.isOurEnd() === true;
    if (!isOurEnd) {
      const known = { url, maxPayload, wasOpen: line !== undefined, code, reason: reason.toString('utf8') };
      cause = wsFailure({ ...known, ...trouble() });
    }
    line?.messages.complete();
    if (isOurEnd) subscriber.complete();
    else subscriber.error(cause);
  });
  subscriber.add(() => {
    line?.messages.complete();
    line?.flush();
    socket.close(1000);
  });
};

/**
 * The transport on Node: a WebSocket without compression, with messages as text. It behaves as {@link Transport} says;
 * `close` gives the other side one second to agree. Messages sent in one turn of the event loop leave in one write, the
 * first of them at once; each counts as sent from the call. An address that is invalid, or not of `ws:` or `wss:`, is a
 * final error.
 *
 * @param options Options for opening sockets, and those that are passed on to `ws`: `headers`, `agent`, certificates.
 *
 * @example
 * const client = createClient({ transport: webSocket({ connectTimeout: 3_000 }) });
 */
export const webSocket =
  (options: WsOptions = {}): Transport =>
  (url) =>
    new Observable((subscriber) => connect(url, options, subscriber));
