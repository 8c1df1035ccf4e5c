import { join, relative } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Running, startNode } from '../support/child.ts';
import { type Consumer, installPacked } from '../support/packed.ts';
import { launch } from './page.ts';

const root = join(__dirname, '../..');

jest.setTimeout(60_000);

describe('the page of the examples, out of the packed package, in Chromium', () => {
  const complaints: string[] = [];
  const hosts = new Set<string>();
  let consumer: Consumer;
  let server: Running;
  let url: string;
  let browser: Browser;
  let page: Page;

  const text = (selector: string): Promise<string> => page.locator(selector).innerText();
  /** Waits until an element says something; what it says then. */
  const says = async (selector: string, pattern: RegExp): Promise<string> => {
    await page.locator(selector).filter({ hasText: pattern }).first().waitFor();
    return text(selector);
  };
  const changes = async (selector: string): Promise<void> => {
    const before = await text(selector);
    await page.waitForFunction(
      ([where, said]) => document.querySelector<HTMLElement>(where ?? '')?.innerText !== said,
      [selector, before],
    );
  };
  const choose = (label: string): Promise<void> =>
    page.locator('#order label', { hasText: new RegExp(`^${label}$`) }).click();
  const place = async (quantity: string, price?: string): Promise<void> => {
    await choose(price === undefined ? 'Market' : 'Limit');
    if (price !== undefined) await page.fill('[name=price]', price);
    await page.fill('[name=quantity]', quantity);
    await page.click('#order [type=submit]');
  };

  beforeAll(async () => {
    consumer = await installPacked();
    const program = relative(root, join(consumer.installed, 'examples/browser/main.mjs'));
    server = startNode(program, { PAGE_MINUTES: '3' });
    [, url = ''] = await server.says(/page is at (\S+)/);
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
    page.on('websocket', (socket) => hosts.add(new URL(socket.url()).hostname));
    await page.goto(url);
  });

  afterAll(async () => {
    await browser.close();
    server.stop();
    await server.ended;
    consumer.remove();
  });

  it('connects, logs in, and says of each part that it is live', async () => {
    await says('#link', /^open$/);
    await says('#book-status', /^live$/);
    await says('#bars-status', /^live$/);
    await says('#orders-status', /^live$/);
    expect(await text('#account')).toBe('account 7');
  });

  it('shows a ladder that moves, trades, candles and the depth', async () => {
    await says('#ladder .asks .level:first-child .price', /^\d{3},\d{3}\.\d\d$/);
    await says('#ladder .bids .level:first-child .price', /^\d{3},\d{3}\.\d\d$/);
    await changes('#ladder');
    await changes('#tape');
    expect(await page.locator('#tape .trade').count()).toBeGreaterThan(20);
    for (const chart of ['#candles', '#depth']) {
      const colours = await page.locator(`${chart} canvas`).first().evaluate(coloursOf);
      expect(colours).toBeGreaterThan(4);
    }
  });

  it('has a past that ends now', async () => {
    const [, hours = '', minutes = '', seconds = ''] =
      /(\d\d):(\d\d):(\d\d)/.exec(await text('#tape .trade:first-child')) ?? [];
    const now = await page.evaluate(() => {
      const present = new Date();
      return (present.getHours() * 60 + present.getMinutes()) * 60 + present.getSeconds();
    });
    const told = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    // Around midnight as well.
    expect((now - told + 86_400) % 86_400).toBeLessThan(60);
  });

  it('fills an order, tells its life, and shows what it has changed', async () => {
    await place('0.01');
    expect(await says('#lives > li:first-child', /Filled$/)).toMatch(
      /Buy 0\.01 BTCUSDT at market\s+Sent[^]*Filled$/,
    );
    await says('#balances tr:first-child', /^BTC\s*2\.0/);
  });

  it('shows an order that rests, marks its level, and cancels it by its button', async () => {
    await choose('Sell');
    const best = await page.locator('#ladder .asks .level').nth(4).getAttribute('data-price');
    await place('0.02', best ?? '');
    await says('#orders', /0\.02 of 0\.02/);
    await page.locator('#ladder .level[data-own=true]').waitFor();
    await page.click('#orders .cancel');
    await page.waitForFunction(() => document.querySelector('#orders')?.childElementCount === 0);
    await says('#journal', /cancel of order \d+: Canceled/);
    await says('#lives > li:first-child', /Canceled/);
  });

  it('survives a link that the exchange cuts', async () => {
    await page.click('[data-fault=cut]');
    await says('#journal', /lost, tries again/);
    await says('#link', /^open$/);
    await says('#book-status', /^live$/);
    await says('#orders-status', /^live$/);
    await changes('#ladder');
    expect(await page.locator('#timeline i[data-tone=bad]').count()).toBeGreaterThan(0);
  });

  it('makes a new connection on demand', async () => {
    const openings = async (): Promise<number> =>
      page.locator('#journal li', { hasText: /^\S+\s*open$/ }).count();
    const before = await openings();
    await page.click('#reconnect');
    await page
      .locator('#journal li', { hasText: /^\S+\s*open$/ })
      .nth(before)
      .waitFor();
    await says('#book-status', /^live$/);
    await changes('#ladder');
  });

  it('says that a book is crossed, and repairs it', async () => {
    await page.click('[data-fault=lie]');
    await says('#journal', /book: crossed/);
    await says('#book-status', /^live$/);
  });

  it('shows another instrument when one is chosen', async () => {
    await page.selectOption('#symbol', 'ETHUSDT');
    await says('#ladder .asks .level:first-child .price', /^\d,\d{3}\.\d\d$/);
    await page.waitForFunction(() => document.title.endsWith('ETHUSDT'));
    await says('#book-status', /^live$/);
    await changes('#ladder');
  });

  it('fits a narrow screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('is made without ws, talks to this machine alone, and has nothing to complain of', async () => {
    const script = await (await fetch(new URL('page.js', url))).text();
    expect(script).toContain('WebSocket');
    expect(script).not.toMatch(/permessage-deflate|Sec-WebSocket|node:|require\(/);
    expect([...hosts]).toEqual(['127.0.0.1']);
    expect(complaints).toEqual([]);
  });
});

/** How many different colours a canvas shows. */
function coloursOf(canvas: Element): number {
  if (!(canvas instanceof HTMLCanvasElement)) return 0;
  const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  return new Set(new Uint32Array(data?.buffer ?? new ArrayBuffer(0))).size;
}
