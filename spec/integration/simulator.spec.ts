import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { type ClientOptions, WebSocket } from 'ws';
import { filter, firstValueFrom, interval } from 'rxjs';
import { createExchange, demoUsers, type Fault } from '../../src/simulator/index.ts';
import { serve, type ServedExchange, type ServeOptions } from '../../src/simulator/node.ts';
import { limitOrder, signed } from '../simulator/support/dial.ts';

interface Message {
  readonly m: number;
  readonly i: number;
  readonly n: string;
  readonly o: string;
}

interface Client {
  readonly socket: WebSocket;
  readonly messages: readonly Message[];
  /** Waits for the first message, of those that have come or will, that is meant. */
  readonly until: (isMeant: (message: Message) => boolean) => Promise<Message>;
  /** Sends a request and waits for its answer. */
  readonly ask: (name: string, payload?: object) => Promise<unknown>;
}

const [trader] = demoUsers;
const pem = (name: string): string => readFileSync(join(__dirname, '..', 'fixtures', 'tls', name), 'utf8');

describe('the exchange behind a WebSocket', () => {
  const served: ServedExchange[] = [];
  const clients: Client[] = [];
  const start = async (options?: ServeOptions): Promise<ServedExchange> => {
    const server = await serve(options);
    served.push(server);
    return server;
  };
  const connect = async (url: string, options: ClientOptions = {}): Promise<Client> => {
    const socket = new WebSocket(url, options);
    const messages: Message[] = [];
    let sequence = 0;
    socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as Message));
    const until: Client['until'] = async (isMeant) => {
      for (;;) {
        const found = messages.find(isMeant);
        if (found !== undefined) return found;
        await once(socket, 'message');
      }
    };
    const ask: Client['ask'] = async (name, payload = {}) => {
      const i = (sequence += 2);
      socket.send(JSON.stringify({ m: 0, i, n: name, o: JSON.stringify(payload) }));
      const answer = await until((message) => message.m !== 3 && message.i === i);
      return answer.m === 5 ? answer.o : (JSON.parse(answer.o) as unknown);
    };
    const client = { socket, messages, until, ask };
    clients.push(client);
    await once(socket, 'open');
    return client;
  };
  /** The HTTP status that an attempt to connect is refused with. */
  const refusal = async (url: string): Promise<number | undefined> => {
    const socket = new WebSocket(url);
    const status = new Promise<number | undefined>((resolve) =>
      socket.on('unexpected-response', (_, response) => {
        resolve(response.statusCode);
        response.destroy();
      }),
    );
    socket.on('error', () => undefined);
    return status;
  };
  const closeCode = async ({ socket }: Client): Promise<unknown> => {
    const [code] = (await once(socket, 'close')) as readonly unknown[];
    return code;
  };

  afterEach(async () => {
    clients.splice(0).forEach(({ socket }) => socket.terminate());
    await Promise.all(served.splice(0).map(({ close }) => close()));
  });

  it('answers, streams, and fills an order', async () => {
    const { url, exchange } = await start();
    const client = await connect(url);

    expect(await client.ask('Ping')).toEqual({ msg: 'PONG' });
    expect(await client.ask('SubscribeLevel2', { OMSId: 1, InstrumentId: 1, Depth: 10 })).toEqual([]);
    expect(await client.ask('GetUserAccounts', { OMSId: 1 })).toBe('Endpoint Not Found');
    expect(await client.ask('AuthenticateUser', signed(trader))).toMatchObject({ Authenticated: true });
    expect(await client.ask('SubscribeAccountEvents', { OMSId: 1, AccountId: 7 })).toEqual({
      Subscribed: true,
    });

    exchange.market.sendOrder(limitOrder(1, '100.00', '0.5', 8));
    await client.until(({ m, n }) => m === 3 && n === 'Level2UpdateEvent');
    const order = await client.ask('SendOrder', limitOrder(0, '100.00', '0.5'));
    const filled = await client.until(({ n, o }) => n === 'OrderStateEvent' && o.includes('FullyExecuted'));

    const { OrderId } = order as { readonly OrderId: number };
    expect(JSON.parse(filled.o)).toMatchObject({
      OrderId,
      OrderState: 'FullyExecuted',
      QuantityExecuted: 0.5,
    });
  });

  it('survives garbage, and so do those who sent it and the others', async () => {
    const { url } = await start();
    const [rude, polite] = [await connect(url), await connect(url)];
    for (const text of ['garbage', '', '{"m":0', '[]', 'null', '{"m":0,"i":2}', '\u0000', '"'.repeat(1000)]) {
      rude.socket.send(text);
    }
    rude.socket.send(Buffer.from([0, 255, 1]));

    expect(await rude.ask('Ping')).toEqual({ msg: 'PONG' });
    expect(await polite.ask('Ping')).toEqual({ msg: 'PONG' });
    expect(rude.messages).toHaveLength(1);
  });

  it('lets go who sends too much at once, and no other', async () => {
    const { url } = await start({ maxPayload: 1000 });
    const [rude, polite] = [await connect(url), await connect(url)];
    rude.socket.send('x'.repeat(1001));

    expect(await closeCode(rude)).toBe(1009);
    expect(await polite.ask('Ping')).toEqual({ msg: 'PONG' });
  });

  it('is at /wsgateway in any case, with or without a slash, and nowhere else', async () => {
    const { port } = await start();
    const base = `ws://127.0.0.1:${port}`;

    for (const path of ['/wsgateway', '/wsgateway/', '/WSGateway', '/WSGateway/']) {
      const client = await connect(base + path);
      expect(await client.ask('Ping')).toEqual({ msg: 'PONG' });
    }
    for (const path of ['', '/', '/wsgateways', '/other/wsgateway']) {
      expect(await refusal(base + path)).toBe(404);
    }
  });

  it('is no web site', async () => {
    const { port } = await start();
    const status = (path: string): Promise<unknown> => {
      const asked = request({ port, host: '127.0.0.1', path, agent: false });
      const code = new Promise((resolve) =>
        asked.on('response', (response) => {
          response.resume();
          resolve(response.statusCode);
        }),
      );
      asked.end();
      return code;
    };

    expect(await status('/wsgateway')).toBe(426);
    expect(await status('/')).toBe(404);
  });

  it('offers no compression', async () => {
    const { url } = await start();

    expect((await connect(url)).socket.extensions).toBe('');
  });

  it('refuses connections over the limit, until one has gone', async () => {
    const { url } = await start({ maxConnections: 1 });
    const first = await connect(url);
    expect(await refusal(url)).toBe(503);

    first.socket.close();
    await closeCode(first);
    expect(await (await connect(url)).ask('Ping')).toEqual({ msg: 'PONG' });
  });

  it('refuses connections as often as the exchange is told to', async () => {
    const { url, exchange } = await start();
    exchange.refuse(1);

    expect(await refusal(url)).toBe(503);
    expect(await (await connect(url)).ask('Ping')).toEqual({ msg: 'PONG' });
  });

  it('drops the link without a word', async () => {
    const { url, exchange } = await start();
    const client = await connect(url);
    exchange.drop();

    expect(await closeCode(client)).toBe(1006);
  });

  it('answers pings of the WebSocket, unless it is mute', async () => {
    const { url, exchange } = await start();
    const client = await connect(url);
    client.socket.ping('1');
    await once(client.socket, 'pong');

    exchange.mute();
    let pongs = 0;
    client.socket.on('pong', () => (pongs += 1));
    client.socket.ping('2');
    client.socket.send('{"m":0,"i":2,"n":"Ping","o":"{}"}');
    client.socket.close();

    expect(await closeCode(client)).toBe(1005);
    expect([pongs, client.messages.length]).toEqual([0, 0]);
  });

  it('forgets the login with the socket', async () => {
    const { url } = await start();
    const first = await connect(url);
    await first.ask('AuthenticateUser', signed(trader));
    first.socket.close();
    await closeCode(first);
    const second = await connect(url);

    expect(await second.ask('GetUserAccounts', { OMSId: 1 })).toBe('Endpoint Not Found');
  });

  it('says goodbye when it closes, and leaves nothing open', async () => {
    const { url, close } = await start({ exchange: { crowd: 50 } });
    const client = await connect(url);
    const code = closeCode(client);
    await close();

    expect(await code).toBe(1001);
    const again = new WebSocket(url);
    await once(again, 'error').catch(() => undefined);
    expect(again.readyState).not.toBe(WebSocket.OPEN);
  });

  it('has a crowd that trades while nobody is connected', async () => {
    const { exchange } = await start({ exchange: { crowd: 5, crowdInstruments: [1] } });
    const before = exchange.orderCount(901);
    const grown = interval(5).pipe(filter(() => exchange.orderCount(901) > before));

    expect(await firstValueFrom(grown)).toBeGreaterThanOrEqual(0);
  });

  it('takes an exchange that is there already, which may be used in memory as well', async () => {
    const exchange = createExchange();
    const { url } = await start({ exchange });
    const client = await connect(url);
    await client.ask('Ping');

    expect(exchange.received.map(({ name }) => name)).toEqual(['Ping']);
  });

  it('rejects when the port is taken', async () => {
    const { port } = await start();

    await expect(serve({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is served over TLS, with the key and the certificate it was given', async () => {
    const { url, port } = await start({ tls: { key: pem('key.pem'), cert: pem('cert.pem') } });
    expect(url).toBe(`wss://127.0.0.1:${port}/wsgateway`);
    const client = await connect(url, { ca: pem('cert.pem') });

    expect(await client.ask('Ping')).toEqual({ msg: 'PONG' });
    const distrustful = new WebSocket(url);
    const [error] = (await once(distrustful, 'error')) as readonly Error[];
    expect(error?.message).toMatch(/self-signed/);
    const plain = new WebSocket(url.replace('wss', 'ws'));
    await once(plain, 'error');
    expect(await client.ask('Ping')).toEqual({ msg: 'PONG' });
  });

  it('lets go who does not read what was asked for, and no other', async () => {
    const { url, exchange } = await start({ exchange: { limits: { backlog: 200_000 } } });
    const [slow, polite] = [await connect(url), await connect(url)];
    const code = closeCode(slow);
    slow.socket.pause();
    const text = 'x'.repeat(100_000);
    let left = 0;
    while (left < 2_000 && slow.socket.readyState === WebSocket.OPEN && exchange.received.length >= 0) {
      slow.socket.send(JSON.stringify({ m: 0, i: 2, n: text, o: '{}' }));
      left += 1;
      if (left % 20 === 0) await polite.ask('Ping');
    }
    slow.socket.resume();

    expect(await code).toBe(1006);
    expect(left).toBeGreaterThan(2);
    expect(await polite.ask('Ping')).toEqual({ msg: 'PONG' });
  });

  it('is not blocked by who opens a socket and says nothing, or no HTTP', async () => {
    const { url, port } = await start();
    const silent = connectTcp(port, '127.0.0.1');
    const rude = connectTcp(port, '127.0.0.1');
    await Promise.all([once(silent, 'connect'), once(rude, 'connect')]);
    rude.write('\u0000garbage\r\n\r\n');
    const [answer] = (await once(rude, 'data')) as readonly Buffer[];

    expect(answer?.toString()).toMatch(/^HTTP\/1\.1 400/);
    expect(await (await connect(url)).ask('Ping')).toEqual({ msg: 'PONG' });
    silent.destroy();
    rude.destroy();
  });

  describe('with faults', () => {
    const subscribe = { OMSId: 1, InstrumentId: 1, Depth: 10 };
    const play = async (
      ...faults: readonly Fault[]
    ): Promise<ServedExchange & { readonly client: Client }> => {
      const server = await start();
      const client = await connect(server.url);
      await client.ask('Ping');
      server.exchange.play({ lasts: 60_000, faults });
      return { ...server, client };
    };

    it('drops at a frame, and inside a login', async () => {
      const { client, url } = await play(
        { on: { frame: 1, name: 'GetInstruments' }, does: 'drop' },
        { on: { frame: 1, name: 'AuthenticateUser', when: 'carriedOut' }, does: 'drop' },
      );
      await client.ask('Ping');
      const first = closeCode(client);
      void client.ask('GetInstruments', { OMSId: 1 });
      expect(await first).toBe(1006);

      const again = await connect(url);
      const second = closeCode(again);
      void again.ask('AuthenticateUser', signed(trader));
      expect(await second).toBe(1006);
      expect(again.messages).toEqual([]);
    });

    it('refuses for a while', async () => {
      const { client, url, exchange } = await play();
      const refusing = exchange.begin({ does: 'refuse' });
      await client.ask('Ping');
      expect(await refusal(url)).toBe(503);

      refusing.unsubscribe();
      expect(await (await connect(url)).ask('Ping')).toEqual({ msg: 'PONG' });
    });

    it('goes half-open, and the link is lost in the end', async () => {
      const { client, exchange } = await play();
      const code = closeCode(client);
      const muted = exchange.begin({ does: 'mute' });
      client.socket.send('{"m":0,"i":4,"n":"Ping","o":"{}"}');
      exchange.push('lost as well');
      muted.unsubscribe();
      expect(await code).toBe(1006);
      expect(client.messages).toHaveLength(1);
    });

    it('reorders and duplicates replies', async () => {
      const { client, exchange } = await play({ does: 'duplicate', lasts: 60_000 });
      const reordering = exchange.begin({ does: 'reorder' });
      const answers = Promise.all([client.ask('Ping'), client.ask('GetInstruments', { OMSId: 1 })]);
      await firstValueFrom(interval(1).pipe(filter(() => exchange.received.length === 3)));
      reordering.unsubscribe();
      await answers;
      const names = client.messages.slice(1, 4).map(({ n }) => n);

      expect(names).toEqual(['GetInstruments', 'GetInstruments', 'Ping']);
    });

    it('sends an event before its snapshot, late and slowly', async () => {
      const { client, exchange } = await play(
        { does: 'eventFirst', lasts: 60_000 },
        { does: 'delay', by: 20, lasts: 60_000 },
        { does: 'drip', every: 20, lasts: 60_000 },
      );
      exchange.market.sendOrder(limitOrder(0, '100.00', '0.5', 8));
      await client.ask('SubscribeLevel2', subscribe);

      expect(client.messages.slice(1).map(({ n }) => n)).toEqual(['Level2UpdateEvent', 'SubscribeLevel2']);
    });

    it('says what makes no sense, and ends a login', async () => {
      const { client, exchange } = await play();
      await client.ask('AuthenticateUser', signed(trader));
      exchange.play({
        lasts: 60_000,
        faults: [
          { does: 'malformedPayload', name: 'Level1UpdateEvent', payload: '{"OMS' },
          { does: 'oversizeFrame', size: 100_000 },
          { does: 'secondLogin', userId: trader.userId },
        ],
      });

      expect((await client.until(({ n }) => n === 'Level1UpdateEvent')).o).toBe('{"OMS');
      expect((await client.until(({ n }) => n === 'OversizeEvent')).o.length).toBeGreaterThan(100_000);
      expect(await client.until(({ n }) => n === 'LogoutEvent')).toMatchObject({ m: 3, o: '{}' });
    });
  });
});
