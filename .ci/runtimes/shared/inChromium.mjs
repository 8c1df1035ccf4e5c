import { deepStrictEqual, doesNotMatch } from 'node:assert';
import { createServer } from 'node:http';
import process from 'node:process';
import sparticuz from '@sparticuz/chromium';
import { demoUsers } from 'notbank-rx/simulator';
import { serve } from 'notbank-rx/simulator/node';
import { chromium } from 'playwright-core';

const launch = async () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? (await sparticuz.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });

/** Serves an empty page and scripts, by path, to this machine. */
const servePage = async (scripts) => {
  const server = createServer(({ url }, response) => {
    const script = scripts[url.slice(1)];
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? '<!doctype html><title>smoke</title><main></main>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
};

const [user] = demoUsers;

/**
 * Runs scripts that a bundler has made in a page of Chromium: `page.js` has to set `globalThis.smoke`, which is called
 * with the address of a simulated exchange and a user of it, and resolves with what it has found.
 *
 * @returns what it has found, and the exchange, which has heard all of it
 */
export const runInChromium = async (scripts) => {
  // Of the half for Node there is nothing in a bundle for browsers.
  for (const script of Object.values(scripts)) doesNotMatch(script, /permessage-deflate|Sec-WebSocket-Key/);
  const { url, exchange, close } = await serve({ exchange: { crowd: 100 } });
  const site = await servePage(scripts);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(site.url);
    await page.addScriptTag({ url: '/page.js', type: 'module' });
    await page.waitForFunction('globalThis.smoke !== undefined');
    const found = await page.evaluate((terms) => globalThis.smoke(terms), { url, user });
    deepStrictEqual(complaints, []);
    return { found, received: exchange.received.map(({ name }) => name) };
  } finally {
    await browser.close();
    site.close();
    await close();
  }
};

/** The same for a script that runs the scenario. */
export const runScenario = async (scripts) => {
  const { found } = await runInChromium(scripts);
  deepStrictEqual(found, { hasBook: true, order: 'Filled', fills: true });
};
