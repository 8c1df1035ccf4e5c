import { once } from 'node:events';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
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

    expect((await lost).message).toContain('Max payload size exceeded');
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
