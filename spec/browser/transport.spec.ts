import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { type WebSocket, WebSocketServer } from 'ws';
import { bundle, launch, listen, pages } from './page.ts';

/** The scenarios that `ws` passes are in `spec/integration/transport.spec.ts`; the page tells what it sees as a list. */
const script = `
  import { firstValueFrom } from 'rxjs';
  import { createClient, Ping, request$, webSocket } from 'notbank-rx';

  globalThis.follow = (url, options, act = () => undefined) => new Promise((resolve) => {
    const log = [];
    const subscription = webSocket(options)(url).subscribe({
      next: (wire) => {
        wire.message$.subscribe({
          next: (message) => log.push(typeof message === 'string' ? message : [...message]),
          complete: () => log.push({ over: wire.cause()?.code }),
        });
        act(wire, () => { subscription.unsubscribe(); resolve(log); });
      },
      error: ({ _tag, message, isFinal, code }) => { log.push({ _tag, message, isFinal, code }); resolve(log); },
      complete: () => { log.push('complete'); resolve(log); },
    });
  });

  globalThis.busy = async (url) => {
    const client = createClient({ url, requestTimeout: 500, keepAlive: { interval: 400, timeout: 300 } });
    const ask = () => firstValueFrom(request$(client, Ping, {}));
    const errors = [];
    client.error$.subscribe(({ message }) => errors.push(message));
    await ask();
    const reply = ask();
    for (const end = performance.now() + 3000; performance.now() < end;);
    return [await reply.finally(() => client.close()), errors];
  };

  globalThis.watch = (url) => {
    globalThis.states = [];
    globalThis.client = createClient({ url, backoff: () => 600_000 });
    client.state$.subscribe(({ _tag }) => states.push(_tag));
  };
`;

jest.setTimeout(60_000);

describe('webSocket in a browser', () => {
  const http = pages();
  const gateway = new WebSocketServer({ server: http });
  let browser: Browser;
  let page: Page;
  let origin: string;
  let url: string;

  const open = async (path = '/'): Promise<Page> => {
    const opened = await browser.newPage();
    await opened.goto(origin + path);
    await opened.evaluate(await bundle(script));
    return opened;
  };
  const follow = (address: string, options = '{}', act = 'undefined', on = page): Promise<unknown> =>
    on.evaluate<unknown>(`follow(${JSON.stringify(address)}, ${options}, ${act})`);
  const accepted = async (): Promise<WebSocket> => {
    const [socket] = (await once(gateway, 'connection')) as [WebSocket];
    return socket;
  };
  const closed = async (): Promise<readonly unknown[]> => {
    const [code, reason] = (await once(await accepted(), 'close')) as [number, Buffer];
    return [code, reason.toString()];
  };

  beforeAll(async () => {
    const port = await listen(http);
    origin = `http://127.0.0.1:${port}`;
    url = `ws://127.0.0.1:${port}/WSGateway`;
    browser = await launch();
    page = await open();
  });
  afterEach(() => {
    for (const socket of gateway.clients) socket.terminate();
  });
  afterAll(async () => {
    await browser.close();
    gateway.close();
    await new Promise((resolve) => http.close(resolve));
  });

  it('sends text, emits text and bytes, then errors with the code of the other side', async () => {
    const socket = accepted();
    const log = follow(url, '{}', "(wire) => wire.send('hello ñ')");
    const [data] = (await once(await socket, 'message')) as [Buffer];
    (await socket).send(`${data.toString()} back €`);
    (await socket).send(Buffer.from([1, 2]));
    (await socket).close(1001, 'maintenance');

    expect(await log).toEqual([
      'hello ñ back €',
      [1, 2],
      { over: 1001 },
      {
        _tag: 'TransportError',
        message: `The socket to ${url} was closed (code 1001, maintenance).`,
        isFinal: false,
        code: 1001,
      },
    ]);
  });

  it('errors when the other side is gone without a word', async () => {
    const socket = accepted();
    const log = follow(url);
    (await socket).terminate();

    expect(await log).toMatchObject([{ over: 1006 }, { _tag: 'TransportError', code: 1006 }]);
  });

  it('ends an attempt at once that fails, or that a policy of the page forbids', async () => {
    const strict = await open('/strict');
    const failed = [
      { _tag: 'TransportError', message: expect.stringMatching(/^Could not connect: /) as string },
    ];

    expect(
      await follow('ws://ana:hush@127.0.0.1:9/?token=hush', '{ connectTimeout: Infinity }'),
    ).toMatchObject(failed);
    expect(await follow(url, '{ connectTimeout: Infinity }', 'undefined', strict)).toMatchObject(failed);
    await strict.close();
  });

  it('gives up an opening that takes too long, and takes a limit beyond a timer for a long one', async () => {
    const mute = createTcpServer((socket) => socket.on('error', () => undefined).resume());
    const port = await listen(mute as never);

    expect(await follow(`ws://127.0.0.1:${port}`, '{ connectTimeout: 100 }')).toMatchObject([
      { message: expect.stringContaining('has timed out (100 ms)') as string, isFinal: false },
    ]);
    for (const limit of ['2 ** 31', 'Infinity']) {
      expect(await follow(url, `{ connectTimeout: ${limit} }`, '(_, leave) => leave()')).toEqual([{}]);
    }
    mute.close();
  });

  it.each(['not an address', '/WSGateway', '//127.0.0.1/WSGateway', '', 'http://127.0.0.1:1', 'ws://a/#b'])(
    'has an error that is final at an address that no socket can have, and asks no page: "%s"',
    async (address) => {
      const asked = jest.fn();
      gateway.once('connection', asked);
      expect(await follow(address)).toMatchObject([
        { message: expect.stringContaining('Correct the address.') as string, isFinal: true },
      ]);
      gateway.off('connection', asked);
      expect(asked).not.toHaveBeenCalled();
    },
  );

  it('counts the bytes of a message against its bound', async () => {
    for (const [text, over] of [
      ['€€€', '€€€'],
      ['€€€€', { over: 1009 }],
    ] as const) {
      const socket = accepted();
      const log = follow(url, '{ maxPayload: 9 }');
      (await socket).send(text);
      (await socket).close();
      expect((await log) as readonly unknown[]).toContainEqual(over);
    }
  });

  it.each([
    ["4001, 'done'", 4001, 'done'],
    ["1001, 'going'", 1000, 'going'],
    ['undefined', 1000, ''],
    ["99, 'x'.repeat(200)", 1000, 'x'.repeat(123)],
  ])(
    'tells code and reason as far as it may, hears on, and never throws: close(%s)',
    async (args, code, reason) => {
      const end = closed();
      gateway.once('connection', (socket: WebSocket) => socket.send('last'));
      const log = follow(url, '{}', `(wire) => wire.message$.subscribe(() => wire.close(${args}))`);

      expect(await end).toEqual([code, reason]);
      expect(await log).toEqual(['last', {}, 'complete']);
    },
  );

  it('closes with 1000 when it is left', async () => {
    const end = closed();
    await follow(url, '{}', '(_, leave) => leave()');

    expect(await end).toEqual([1000, '']);
  });

  it('completes when it is terminated', async () => {
    expect(await follow(url, '{}', '(wire) => wire.terminate()')).toEqual([{}, 'complete']);
  });

  it('calls nothing late or dead that had arrived while the page was stopped', async () => {
    gateway.once('connection', (socket: WebSocket) =>
      socket.on('message', (data: Buffer) => {
        const { i, n } = JSON.parse(data.toString()) as { i: number; n: string };
        socket.send(JSON.stringify({ m: 1, i, n, o: '{"msg":"PONG"}' }));
      }),
    );

    expect(await page.evaluate<unknown>(`busy('${url}')`)).toEqual([{ msg: 'PONG' }, []]);
  });

  it('tries again at once when the network is back', async () => {
    const first = accepted();
    await page.evaluate(`watch('${url}')`);
    await page.context().setOffline(true);
    (await first).terminate();
    await page.waitForFunction("states.at(-1) === 'Waiting'");
    await page.context().setOffline(false);
    await page.waitForFunction("states.at(-1) === 'Open'");
    await page.evaluate('client.close()');

    expect(await page.evaluate('states')).toEqual([
      ...['Connecting', 'Open', 'Waiting', 'Connecting', 'Open', 'Closed'],
    ]);
  });
});
