// Draws the pictures of the README from real runs of the command against its own simulated exchange.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { svgOf } from './pictures/svg.mjs';

const root = join(import.meta.dirname, '..');
const program = join(root, 'dist/cli/main.cjs');
const tty = join(root, 'spec/support/tty.cjs');
const require = createRequire(import.meta.url);
const { createClient, apiKeyLogin, placeOrder$ } = require(join(root, 'dist/index.cjs'));
const columns = 96;
const port = 8080;

/** What is at the end of every picture but the last: the rest of the screen is cleared. */
const whole = /\u001b\[1;1H((?:(?!\u001b\[1;1H)[\s\S])*)\u001b\[J\u001b\[\?2026l/g; // eslint-disable-line no-control-regex

/** The last picture that a command has drawn in so many seconds. */
const pictureOf = async (args, seconds, environment) => {
  const child = spawn(process.execPath, ['--require', tty, program, ...args, '--for', String(seconds)], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [pieces] = await Promise.all([child.stdout.setEncoding('utf8').toArray(), once(child, 'exit')]);
  const pictures = [...pieces.join('').matchAll(whole)];
  const lines = (pictures.at(-1)?.[1] ?? '').replaceAll('\u001b[K', '').split('\r\n');
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
};

const order = { AccountId: 7, OrderType: 'Limit', TimeInForce: 'GTC' };
const orders = [
  { InstrumentId: 1, Side: 'Buy', Quantity: '0.025', LimitPrice: '98500.00' },
  { InstrumentId: 1, Side: 'Buy', Quantity: '0.05', LimitPrice: '97000.00' },
  { InstrumentId: 1, Side: 'Sell', Quantity: '0.25', LimitPrice: '112000.00' },
  { InstrumentId: 2, Side: 'Sell', Quantity: '4', LimitPrice: '9800.00' },
  { InstrumentId: 1, Side: 'Buy', Quantity: '0.015', LimitPrice: '120000.00' },
  { InstrumentId: 2, Side: 'Sell', Quantity: '0.5', LimitPrice: '10.00' },
  { InstrumentId: 1, Side: 'Sell', Quantity: '0.01', LimitPrice: '60000.00' },
];

/** Orders of the account in the picture, one a second. */
const trade = async (url, { userId, apiKey, secret }) => {
  const client = createClient({ url, credentials: apiKeyLogin({ userId, apiKey, secret }) });
  for (const one of orders) {
    placeOrder$(client, { ...order, ...one }).subscribe({ error: ({ message }) => console.error(message) });
    await setTimeout(1_000);
  }
  client.close();
};

const served = spawn(
  process.execPath,
  [program, 'serve', '--json', '--port', String(port), '--latency', '12'],
  {
    stdio: ['ignore', 'pipe', 'ignore'],
  },
);
try {
  const [line] = await Promise.race([
    once(createInterface({ input: served.stdout }), 'line'),
    once(served, 'exit').then(() =>
      Promise.reject(new Error(`Port ${port} has to be free for the pictures.`)),
    ),
  ]);
  const { url, users } = JSON.parse(line);
  const [user] = users;
  const login = {
    ...{ NOTBANK_API_KEY: user.apiKey, NOTBANK_SECRET: user.secret, NOTBANK_USER_ID: String(user.userId) },
  };
  const at = ['--url', url];
  const trading = trade(url, user);
  const shots = await Promise.all([
    pictureOf(['watch', 'book', 'BTCUSDT', ...at], 20, {}),
    pictureOf(['watch', 'account', ...at], 14, login),
    pictureOf(['ping', '--interval', '20', ...at], 20, {}),
  ]);
  await trading;
  const names = ['watch book BTCUSDT', 'watch account', 'ping --interval 20'];
  names.forEach((name, index) => {
    const file = join(root, 'docs/pictures', `${['book', 'account', 'ping'][index]}.svg`);
    writeFileSync(file, svgOf(`npx notbank-rx ${name}`, shots[index], columns));
  });
} finally {
  served.kill('SIGTERM');
}
