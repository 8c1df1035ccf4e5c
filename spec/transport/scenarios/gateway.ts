import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';

/** What the gateway has heard on one socket, and how that ended; `code` is null where no WebSocket came of it. */
export interface Heard {
  readonly messages: readonly string[];
  readonly code: number | null;
  readonly reason: string;
}

/** The other side of the scenarios, on loopback. */
export interface ScenarioGateway {
  readonly url: string;
  /** An address where nobody listens. */
  readonly nobody: string;
  readonly close: () => Promise<void>;
}

const listening = (server: Pick<Server, 'listen' | 'address'>): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const portOfNobody = async (): Promise<number> => {
  const server = createTcpServer();
  const port = await listening(server as never);
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** What a message has the gateway do. */
const commands: Readonly<Record<string, (socket: WebSocket, rest: string) => void>> = {
  say: (socket, rest) => socket.send(rest),
  bytes: (socket, rest) => socket.send(Buffer.from(rest)),
  count: (socket, rest) => {
    for (let each = 0; each < Number(rest); each += 1) socket.send(String(each));
  },
  large: (socket, rest) => socket.send('x'.repeat(Number(rest))),
  close: (socket, rest) => {
    const [code, ...reason] = rest.split(' ');
    socket.close(Number(code), reason.join(' '));
  },
  drop: (socket) => socket.terminate(),
};

/** Ends of sockets by the name that they were opened with, for whoever asks, before or after. */
const createLedger = () => {
  const known = new Map<string, Heard>();
  const waiting = new Map<string, (heard: Heard) => void>();
  return {
    keep: (name: string, heard: Heard): void => {
      known.set(name, heard);
      waiting.get(name)?.(heard);
    },
    tell: (name: string, ask: (heard: Heard) => void): void => {
      const heard = known.get(name);
      if (heard === undefined) waiting.set(name, ask);
      else ask(heard);
    },
  };
};

type Ledger = ReturnType<typeof createLedger>;

/** Answers a ping as an exchange does; does what any other message tells. */
const obey = (socket: WebSocket, text: string): void => {
  if (text.startsWith('{')) {
    const { i, n } = JSON.parse(text) as { readonly i: number; readonly n: string };
    socket.send(JSON.stringify({ m: 1, i, n, o: '{"msg":"PONG"}' }));
    return;
  }
  const [, command = '', rest = ''] = /^(\w+) ?(.*)$/s.exec(text) ?? [];
  commands[command]?.(socket, rest);
};

const accept = (socket: WebSocket, { searchParams, pathname }: URL, ledger: Ledger): void => {
  const name = searchParams.get('name') ?? '';
  if (pathname === '/heard') {
    ledger.tell(name, (heard) => socket.send(JSON.stringify(heard)));
    return;
  }
  const messages: string[] = [];
  socket.on('message', (data: RawData) => {
    const text = (data as Buffer).toString();
    messages.push(text);
    obey(socket, text);
  });
  socket.on('close', (code, reason) => ledger.keep(name, { messages, code, reason: reason.toString() }));
};

/** Openings that come to nothing: of these it is told when they begin, too. */
const refuse = (tcp: Duplex, { pathname, searchParams }: URL, ledger: Ledger): void => {
  const name = searchParams.get('name') ?? '';
  const nothing: Heard = { messages: [], code: null, reason: '' };
  ledger.keep(`begun-${name}`, nothing);
  if (pathname === '/refused') tcp.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
  else tcp.resume().on('end', () => tcp.end());
  tcp.on('error', () => undefined);
  tcp.on('close', () => ledger.keep(name, nothing));
};

/**
 * Serves the other side of the scenarios. At `/open` a message says what to do, such as `say hello`; `/refused` is no
 * WebSocket, `/mute` never answers; `/heard` tells what was heard from the socket of a name, once that is over.
 */
export const serveScenarios = async (): Promise<ScenarioGateway> => {
  const ledger = createLedger();
  const sockets = new WebSocketServer({ noServer: true });
  const http = createServer();
  const tcps = new Set<Duplex>();
  http.on('upgrade', (request: IncomingMessage, tcp: Duplex, head: Buffer) => {
    tcps.add(tcp);
    const asked = new URL(request.url ?? '', 'http://127.0.0.1');
    if (['/refused', '/mute'].includes(asked.pathname)) refuse(tcp, asked, ledger);
    else sockets.handleUpgrade(request, tcp, head, (socket) => accept(socket, asked, ledger));
  });
  const port = await listening(http);
  return {
    url: `ws://127.0.0.1:${port}`,
    nobody: `ws://127.0.0.1:${await portOfNobody()}`,
    close: async () => {
      for (const tcp of tcps) tcp.destroy();
      await new Promise((resolve) => http.close(resolve));
    },
  };
};
