import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { type RawData, WebSocketServer } from 'ws';
import { bundle, launch, listen, pages } from './page.ts';

/** What a page of a user's would hold; `ask` is called from the spec. */
const script = `
  import { firstValueFrom } from 'rxjs';
  import { createClient, request$, Ping } from 'notbank-rx';
  globalThis.ask = (url) => {
    const client = createClient({ url });
    return firstValueFrom(request$(client, Ping, {})).finally(() => client.close());
  };
`;

/** Answers every Ping frame as the gateway does. */
const answer = (data: RawData): string => {
  const { i, n } = JSON.parse((data as Buffer).toString('utf8')) as {
    readonly i: number;
    readonly n: string;
  };
  return JSON.stringify({ m: 1, i, n, o: JSON.stringify(n === 'Ping' ? { msg: 'PONG' } : {}) });
};

jest.setTimeout(60_000);

describe('the package in a browser', () => {
  const received: string[] = [];
  let closed: Promise<unknown>;
  const http = pages();
  const gateway = new WebSocketServer({ server: http, path: '/WSGateway' });
  let port: number;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    gateway.on('connection', (socket) => {
      closed = once(socket, 'close').then(([code]) => code as unknown);
      socket.on('message', (data) => {
        received.push((data as Buffer).toString('utf8'));
        socket.send(answer(data));
      });
    });
    port = await listen(http);
    browser = await launch();
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.addScriptTag({ content: await bundle(script) });
  });

  afterAll(async () => {
    await browser.close();
    gateway.close();
    await new Promise((resolve) => http.close(resolve));
  });

  it('asks a gateway over the standard WebSocket', async () => {
    const reply = await page.evaluate<unknown>(`ask('ws://127.0.0.1:${port}/WSGateway')`);

    expect(reply).toEqual({ msg: 'PONG' });
    expect(received.map((text) => JSON.parse(text) as unknown)).toEqual([
      { m: 0, i: expect.any(Number) as number, n: 'Ping', o: '{}' },
    ]);
  });

  it('closes the socket when the client is closed', async () => {
    expect(await closed).toBe(1000);
  });
});
