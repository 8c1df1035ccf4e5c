// Makes docs/pictures/page.png: the page of examples/browser, as Chromium shows it after a minute of trading.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { bundlePage } from '../examples/browser/server/bundle.mjs';
import { openMarket } from '../examples/browser/server/market.mjs';
import { servePage } from '../examples/browser/server/site.mjs';
import { indexedPng } from './indexed-png.mjs';

const picture = join(import.meta.dirname, '../docs/pictures/page.png');

const launch = async () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? (await sparticuz.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });

const place = async (page, side, quantity, level) => {
  const book = side === 'Buy' ? 'bids' : 'asks';
  await page.click(`#order label:has-text("${side}")`);
  await page.click(`#order label:has-text("${level === undefined ? 'Market' : 'Limit'}")`);
  if (level !== undefined) await page.click(`#ladder .${book} .level:nth-child(${level})`);
  await page.fill('[name=quantity]', quantity);
  await page.click('#order [type=submit]');
};

/** What somebody might do in a minute: a few orders, and two looks at what a lost link does. */
const act = async (page) => {
  await page.waitForTimeout(20_000);
  await page.click('[data-fault=cut]');
  await page.waitForTimeout(15_000);
  await page.click('[data-fault=away]');
  await page.waitForTimeout(20_000);
  await place(page, 'Sell', '0.25', 6);
  await place(page, 'Buy', '0.1', 4);
  await page.waitForTimeout(1_000);
  await place(page, 'Buy', '0.05');
  await page.waitForTimeout(3_000);
  await page.mouse.move(640, 20);
};

const script = await bundlePage();
const market = await openMarket({ minutes: 45 });
const site = await servePage({ script, market });
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(site.url);
  await act(page);
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, indexedPng(await page.screenshot()));
} finally {
  await browser.close();
  await site.close();
  await market.close();
}
