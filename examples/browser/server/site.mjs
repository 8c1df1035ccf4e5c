import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../page');

/** The page may run its own script and talk to its exchange, and nothing else. The chart library writes styles. */
const policyOf = (gateway) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${new URL(gateway).origin}`,
  ].join('; ');

const read = (name) => readFile(join(folder, name), 'utf8');

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });

/** What is to be had, by path: the kind of it and the text. */
const filesOf = async ({ script, market: { gateway, login, faults } }) =>
  new Map([
    ['/', ['text/html', await read('index.html')]],
    ['/page.css', ['text/css', await read('page.css')]],
    ['/page.js', ['text/javascript', script]],
    ['/icon.svg', ['image/svg+xml', await read('icon.svg')]],
    ['/settings.json', ['application/json', JSON.stringify({ gateway, login, faults })]],
  ]);

const answer = (files, market) => {
  const headers = { 'content-security-policy': policyOf(market.gateway), 'cache-control': 'no-store' };
  return ({ method, url }, response) => {
    const [, fault] = method === 'POST' ? (/^\/faults\/(\w+)$/.exec(url) ?? []) : [];
    if (fault !== undefined) return response.writeHead(market.begin(fault) ? 204 : 404, headers).end();
    const file = method === 'GET' ? files.get(url) : undefined;
    if (file === undefined) return response.writeHead(404, headers).end();
    const [type, text] = file;
    return response.writeHead(200, { ...headers, 'content-type': `${type}; charset=utf-8` }).end(text);
  };
};

/** Serves the page and its script to this machine, and starts faults of the market; where, and how to end it. */
export const servePage = async ({ script, market, port = 0 }) => {
  const files = await filesOf({ script, market });
  const server = createServer(answer(files, market));
  const given = await listen(server, port);
  return {
    url: `http://127.0.0.1:${given}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};
