import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { asyncScheduler } from 'rxjs';
import { type WebSocket, WebSocketServer } from 'ws';
import { createExchange, type Exchange } from './gateway/exchange.ts';
import { checkServeOptions, isExchange, type ServeOptions } from './serveOptions.ts';
import { createTurn, type Turn } from './turn.ts';

export type { ServeOptions };

/** An exchange that is reachable over the network. */
export interface ServedExchange {
  /** The URL for a client, such as `ws://127.0.0.1:41234/wsgateway`; with TLS it starts with `wss`. */
  readonly url: string;
  /** The TCP port. */
  readonly port: number;
  readonly exchange: Exchange;
  /** Stops listening, ends every connection, and closes the exchange. Resolves when all sockets are closed. */
  readonly close: () => Promise<void>;
}

const gatewayPath = /^\/wsgateway\/?(?:\?|$)/i;
/** How long a client may take to ask for a WebSocket, in milliseconds. */
const requestTimeout = 10_000;
/** Sockets without a WebSocket that are put up with, beside those with one. */
const spareSockets = 100;
/** How long a client may take to agree that the connection ends, in milliseconds. */
const closeTimeout = 1_000;

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Ties a WebSocket to the exchange for as long as it is open. */
const attach = (exchange: Exchange, socket: WebSocket, stream: Duplex, turn: Turn): void => {
  const connected = exchange.connect({
    send: (text) => {
      turn.hold(stream);
      socket.send(text);
    },
    unsent: () => socket.bufferedAmount,
    drop: (code) => {
      connected.end();
      turn.letGo(stream);
      if (code === 1006) socket.terminate();
      else socket.close(code);
    },
  });
  // A breach of the protocol is followed by `close`; without a listener it would end the process.
  socket.on('error', () => undefined);
  socket.on('close', () => connected.end());
  socket.on('ping', (data) => {
    if (!exchange.isMuted) socket.pong(data);
  });
  socket.on('message', (data: Buffer, isBinary) => {
    if (!isBinary) connected.receive(data.toString());
  });
};

const createHttpServer = (tls: ServeOptions['tls'], listener: RequestListener): Server => {
  const timeouts = { headersTimeout: requestTimeout, requestTimeout };
  return tls === undefined
    ? createServer(timeouts, listener)
    : createSecureServer({ ...timeouts, handshakeTimeout: requestTimeout, ...tls }, listener);
};

const listen = (server: Server, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });

const shut = (server: Server, gateway: WebSocketServer): Promise<void> =>
  new Promise((resolve) => {
    const impatient = asyncScheduler.schedule(() => {
      gateway.clients.forEach((socket) => socket.terminate());
      server.closeAllConnections();
    }, closeTimeout);
    server.close(() => {
      impatient.unsubscribe();
      resolve();
    });
    server.closeIdleConnections();
  });

/**
 * Serves a simulated exchange over a real WebSocket, with or without TLS. The path is `/wsgateway`, in any case, with
 * or without a slash at the end. Its crowd trades even without connections. No message of a client can harm other
 * clients or the process. Resolves when the server is listening; rejects if the port is not available, and with a
 * `RangeError` if an option does not exist or is of another kind.
 *
 * @example
 * const { url, close } = await serve({ exchange: { crowd: 250 } });
 * // point a client at `url`, then
 * await close();
 */
export const serve = async (options: ServeOptions = {}): Promise<ServedExchange> => {
  checkServeOptions(options);
  const { exchange: given = {}, port = 0, host = '127.0.0.1', maxConnections = 200, tls } = options;
  const exchange = isExchange(given) ? given : createExchange(given);
  const gateway = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    autoPong: false,
    maxPayload: options.maxPayload ?? exchange.limits.frameSize,
  });
  const server = createHttpServer(tls, (request, response) => {
    response.writeHead(gatewayPath.test(request.url ?? '') ? 426 : 404).end();
  });
  const turn = createTurn();
  server.maxConnections = maxConnections + spareSockets;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (!gatewayPath.test(request.url ?? '')) refuse(socket, '404 Not Found');
    else if (gateway.clients.size >= maxConnections || !exchange.admit()) {
      refuse(socket, '503 Service Unavailable');
    } else {
      gateway.handleUpgrade(request, socket, head, (opened) => attach(exchange, opened, socket, turn));
    }
  });
  const address = await listen(server, port, host);
  const trading = exchange.keepTrading();
  const authority = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `${tls === undefined ? 'ws' : 'wss'}://${authority}:${address.port}/wsgateway`,
    port: address.port,
    exchange,
    close: () => {
      trading.unsubscribe();
      exchange.close();
      return shut(server, gateway);
    },
  };
};
