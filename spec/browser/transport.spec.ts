import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { type WebSocket, WebSocketServer } from 'ws';
import { type ScenarioGateway, serveScenarios } from '../transport/scenarios/gateway.ts';
import { scenarios } from '../transport/scenarios/scenarios.ts';
import { bundle, launch, listen, pages } from './page.ts';

const script = `
  import { createClient, Ping, request$, webSocket } from 'notbank-rx';
  import { scenarios } from './spec/transport/scenarios/scenarios.ts';

  globalThis.scenario = (index, terms) =>
    scenarios[index].run({ webSocket, createClient, request$, Ping, ...terms });

  globalThis.fails = (url) => new Promise((resolve) => {
    webSocket({ connectTimeout: Infinity })(url).subscribe({ error: ({ message }) => resolve(message) });
  });

  globalThis.close = (url, ...args) => new Promise((resolve) => {
    webSocket()(url).subscribe({ next: (wire) => wire.close(...args), complete: resolve });
  });

  globalThis.watch = (url) => {
    globalThis.states = [];
    globalThis.client = createClient({ url, backoff: () => 600_000 });
    client.state$.subscribe(({ _tag }) => states.push(_tag));
  };
`;

jest.setTimeout(60_000);

describe('webSocket in a browser', () => {
  const http = pages();
  const sockets = new WebSocketServer({ server: http });
  let gateway: ScenarioGateway;
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
  const accepted = async (): Promise<WebSocket> => {
    const [socket] = (await once(sockets, 'connection')) as [WebSocket];
    return socket;
  };

  beforeAll(async () => {
    gateway = await serveScenarios();
    const port = await listen(http);
    origin = `http://127.0.0.1:${port}`;
    url = `ws://127.0.0.1:${port}/WSGateway`;
    browser = await launch();
    page = await open();
  });
  afterAll(async () => {
    await browser.close();
    await gateway.close();
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    await new Promise((resolve) => http.close(resolve));
  });

  it.each(scenarios.map(({ title, expected }, index) => ({ title, expected, index })))(
    '$title',
    async ({ index, expected }) => {
      const terms = JSON.stringify({ url: gateway.url, nobody: gateway.nobody });
      expect(await page.evaluate<unknown>(`scenario(${index}, ${terms})`)).toEqual(expected);
    },
  );

  it('ends an attempt at once that a policy of the page forbids, and says that it may be that', async () => {
    const strict = await open('/strict');
    expect(await strict.evaluate<unknown>(`fails('${url}')`)).toMatch(/^Could not connect: .*connect-src/);
    await strict.close();
  });

  it('never has an address completed by its page: no socket reaches the gateway that serves it', async () => {
    const asked = jest.fn();
    sockets.on('connection', asked);
    for (const address of ['/WSGateway', `//${new URL(origin).host}/WSGateway`, '', origin]) {
      expect(await page.evaluate<unknown>(`fails('${address}')`)).toContain('Correct the address.');
    }
    // Whoever had been asked before would have been heard of before.
    const socket = accepted();
    await page.evaluate(`close('${url}')`);
    await socket;
    expect(asked).toHaveBeenCalledTimes(1);
    sockets.off('connection', asked);
  });

  it('tells 1000 instead of a code that a page may not use, with the reason', async () => {
    const ended = accepted().then((socket) => once(socket, 'close') as Promise<[number, Buffer]>);
    await page.evaluate(`close('${url}', 1001, 'going')`);
    const [code, reason] = await ended;

    expect([code, reason.toString()]).toEqual([1000, 'going']);
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
