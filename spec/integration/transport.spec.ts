import { once } from 'node:events';
import { Agent, type IncomingMessage } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { firstValueFrom, type Observable } from 'rxjs';
import { WebSocketServer, type WebSocket } from 'ws';
import { createClient } from '../../src/client.ts';
import { Ping } from '../../src/endpoints/system/Ping.ts';
import type { TransportError } from '../../src/errors.ts';
import { request$ } from '../../src/requests/request.ts';
import type { Wire } from '../../src/transport/transport.ts';
import { webSocket } from '../../src/transport/ws.ts';
import { type ScenarioGateway, serveScenarios } from '../transport/scenarios/gateway.ts';
import { scenarios } from '../transport/scenarios/scenarios.ts';

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

  describe('as every transport', () => {
    let gateway: ScenarioGateway;
    beforeAll(async () => {
      gateway = await serveScenarios();
    });
    afterAll(() => gateway.close());

    it.each(scenarios)('$title', async ({ run, expected }) => {
      const { url, nobody } = gateway;
      expect(await run({ webSocket, createClient, request$, Ping, url, nobody })).toEqual(expected);
    });
  });
});
