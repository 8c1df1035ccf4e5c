import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';

const root = join(__dirname, '../..');

/** What a bundler makes of a script of a user's that imports the package. */
export const bundle = async (script: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: root },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    tsconfigRaw: '{}',
    // In node_modules, where this is at home, it would say no more.
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
};

/** Has a server listen on loopback; the port. */
export const listen = (server: Pick<Server, 'listen' | 'address'>): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** A server of one empty page; where its path is `/strict`, a page that may connect to nothing. */
export const pages = (): Server =>
  createServer(({ url }, response) => {
    response.setHeader('content-type', 'text/html');
    if (url === '/strict') response.setHeader('content-security-policy', "connect-src 'none'");
    response.end('<!doctype html><title>notbank-rx</title>');
  });

/** Chromium, which talks to nobody by itself. */
export const launch = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? (await sparticuz.executablePath()),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
