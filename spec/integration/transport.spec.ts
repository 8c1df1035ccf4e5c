import { once } from 'node:events';
import { Agent, type IncomingMessage } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { firstValueFrom, type Observable, type Subscription } from 'rxjs';
import { WebSocketServer, type WebSocket } from 'ws';
import type { TransportError } from '../../src/errors.ts';
import type { Wire } from '../../src/transport/transport.ts';
import { webSocket } from '../../src/transport/ws.ts';

const failure = (wires$: Observable<Wire>): Promise<TransportError> =>
  new Promise((resolve, reject) =>
    wires$.subscribe({
      error: (error: unknown) => resolve(error as TransportError),
      complete: () => reject(new Error('completed')),
    }),
  );

describe('webSocket on Node', () => {
  let server: WebSocketServer;
  let url: string;
  const accepted = async (): Promise<WebSocket> => {
    const [socket] = (await once(server, 'connection')) as [WebSocket];
    return socket;
  };

  beforeEach(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/WSGateway`;
  });
  afterEach(async () => {
    for (const socket of server.clients) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
  });

  it('opens without compression, sends text and emits text', async () => {
    const wires = webSocket()(url);
    const opened = new Promise<Wire>((resolve) => wires.subscribe(resolve));
    const socket = await accepted();
    const wire = await opened;
    expect(socket.extensions).toBe('');

    wire.send('hello ñ');
    const [data] = (await once(socket, 'message')) as [Buffer];
    expect(data.toString()).toBe('hello ñ');

    const message = firstValueFrom(wire.message$);
    socket.send('back €');
    expect(await message).toBe('back €');
    wire.terminate();
  });

  it('completes its messages, then errors, when the other side closes, cleanly or not', async () => {
    for (const [end, code] of [
      [(socket: WebSocket) => socket.close(1001, 'maintenance'), 1001],
      [(socket: WebSocket) => socket.terminate(), 1006],
    ] as const) {
      const log: unknown[] = [];
      const lost = new Promise<void>((resolve) => {
        webSocket()(url).subscribe({
          next: (wire) => wire.message$.subscribe({ complete: () => log.push('messages over') }),
          error: (error: unknown) => {
            const { _tag, code } = error as TransportError;
            log.push(_tag, code);
            resolve();
          },
        });
      });
      end(await accepted());
      await lost;
      expect(log).toEqual(['messages over', 'TransportError', code]);
    }
  });

  it('errors when nobody listens, saying where without telling a password', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const error = await failure(webSocket()(`ws://ana:hush@127.0.0.1:${port}/gateway?token=hush`));

    expect(error.message).toMatch(
      /^Could not connect: ws:\/\/127\.0\.0\.1:\d+\/gateway: connect ECONNREFUSED/,
    );
    expect(error.message).not.toContain('hush');
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  });

  it('errors when the other side is no WebSocket, or does not answer in time', async () => {
    const mute = createTcpServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    const rude = createTcpServer((socket) => socket.resume().end('HTTP/1.1 404 Not Found\r\n\r\n')).listen(
      0,
      '127.0.0.1',
    );
    await Promise.all([once(mute, 'listening'), once(rude, 'listening')]);
    const at = (it: typeof mute) => `ws://127.0.0.1:${(it.address() as AddressInfo).port}`;

    const silent = await failure(webSocket({ connectTimeout: 50 })(at(mute)));
    const refused = await failure(webSocket()(at(rude)));

    expect(silent.message).toContain('Opening handshake has timed out');
    expect(refused.message).toContain('Unexpected server response: 404');
    await Promise.all([mute, rude].map((it) => new Promise((resolve) => it.close(resolve))));
  });

  it('errors at an address that is none', async () => {
    expect((await failure(webSocket()('not an address'))).message).toContain('Invalid URL');
  });

  it('ends at a message beyond its bound', async () => {
    const lost = failure(webSocket({ maxPayload: 100 })(url));
    (await accepted()).send('x'.repeat(101));

    expect((await lost).message).toContain(
      'exceeds maxPayload (100 bytes): ask for less, or raise maxPayload.',
    );
  });

  it('closes with 1000 when it is left, and hears no more', async () => {
    const opening = accepted();
    const subscription = await new Promise<Subscription>((resolve) => {
      const opened = webSocket()(url).subscribe(() => resolve(opened));
    });
    const closed = once(await opening, 'close') as Promise<[number]>;
    subscription.unsubscribe();

    expect((await closed)[0]).toBe(1000);
  });

  it('gives up opening when it is left before', async () => {
    const connected = once(server, 'connection').then(() => 'connected');
    webSocket()(url).subscribe().unsubscribe();
    const again = webSocket()(url).subscribe();
    await connected;
    again.unsubscribe();

    expect(server.clients.size).toBeLessThanOrEqual(1);
  });

  it.each(['not an address', 'http://127.0.0.1:1', 'https://127.0.0.1:1', 'ftp://127.0.0.1:1', 'ws://a/#b'])(
    'has an error that is final at an address that no socket can have: %s',
    async (address) => {
      expect(await failure(webSocket()(address))).toMatchObject({ isFinal: true });
    },
  );

  it('has status and waiting time of a refusal as fields', async () => {
    const busy = createTcpServer((socket) =>
      socket.resume().end('HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n'),
    ).listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as AddressInfo;

    expect(await failure(webSocket()(`ws://127.0.0.1:${port}`))).toMatchObject({
      status: 429,
      retryAfter: 30_000,
      isFinal: false,
    });
    await new Promise((resolve) => busy.close(resolve));
  });

  it('passes on what it is given for ws, and takes undefined for a default', async () => {
    const asked = once(server, 'connection') as Promise<[WebSocket, IncomingMessage]>;
    const agent = new Agent();
    const odd = { connectTimeout: undefined, maxPayload: undefined } as unknown as { maxPayload: number };
    const subscription = webSocket({ ...odd, headers: { 'User-Agent': 'me' }, origin: 'http://here', agent })(
      url,
    ).subscribe();
    const [, { headers }] = await asked;

    expect([headers['user-agent'], headers.origin]).toEqual(['me', 'http://here']);
    subscription.unsubscribe();
    agent.destroy();
  });

  const opened = async (): Promise<readonly [Wire, WebSocket, Socket]> => {
    const connection = once(server, 'connection') as Promise<[WebSocket, IncomingMessage]>;
    const wire = await new Promise<Wire>((resolve, reject) =>
      webSocket()(url).subscribe({ next: resolve, error: reject }),
    );
    const [socket, { socket: tcp }] = await connection;
    return [wire, socket, tcp];
  };

  it('sends the first message of a turn alone and at once, and the others in one write', async () => {
    const [wire, socket, tcp] = await opened();
    const chunks: number[] = [];
    const messages: string[] = [];
    tcp.on('data', ({ length }: Buffer) => chunks.push(length));
    socket.on('message', (data: Buffer) => messages.push(data.toString()));
    const texts = Array.from({ length: 50 }, (_, index) => `message ${index}`);
    for (const text of texts) wire.send(text);
    while (messages.length < texts.length) await once(socket, 'message');

    expect(messages).toEqual(texts);
    expect(chunks.length).toBeLessThanOrEqual(2);
    wire.terminate();
  });

  it.each(['close', 'terminate'] as const)(
    'has what was sent leave though it is followed by %s',
    async (end) => {
      const [wire, socket] = await opened();
      const messages: string[] = [];
      socket.on('message', (data: Buffer) => messages.push(data.toString()));
      wire.send('a');
      wire.send('b');
      wire.send('c');
      wire[end]();
      await once(socket, 'close');

      expect(messages).toEqual(['a', 'b', 'c']);
    },
  );

  it('tells by the time the messages complete why it is over, and when bytes last came in', async () => {
    const [wire, socket, tcp] = await opened();
    const before = wire.heardAt?.() ?? Infinity;
    // The head of a message of 100 bytes, and none of them.
    tcp.write(Buffer.from([0x81, 100]));
    while ((wire.heardAt?.() ?? 0) <= before) await new Promise((resolve) => setTimeout(resolve, 1));
    const cause = new Promise((resolve) =>
      wire.message$.subscribe({ complete: () => resolve(wire.cause?.()) }),
    );
    socket.terminate();

    expect(await cause).toMatchObject({ _tag: 'TransportError', code: 1006 });
  });

  it('completes when it is closed or terminated by its wire', async () => {
    for (const end of ['close', 'terminate'] as const) {
      const wires$ = webSocket()(url);
      const all = new Promise<readonly Wire[]>((resolve, reject) => {
        const seen: Wire[] = [];
        wires$.subscribe({
          next: (wire) => {
            seen.push(wire);
            wire[end]();
          },
          complete: () => resolve(seen),
          error: reject,
        });
      });
      expect(await all).toHaveLength(1);
    }
  });
});
