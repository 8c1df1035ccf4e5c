import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import * as E from 'fp-ts/lib/Either.js';
import { compare, printTable } from './harness.mjs';
import { order } from './payloads.mjs';

const root = join(import.meta.dirname, '..');

/** What the package does not export, out of the sources. */
const { outputFiles } = await build({
  stdin: {
    contents: `
export { createEngine } from './src/orders/engine.ts';
export { Order } from './src/codec/records/Order.ts';
export { readExactJson } from './src/json/exactJson.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  alias: { '#transport': join(root, 'src/transport/ws.ts') },
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'node',
  packages: 'external',
});
const inside = { exports: {} };
new Function('module', 'exports', 'require', outputFiles[0].text)(
  inside,
  inside.exports,
  createRequire(import.meta.url),
);
const { createEngine, Order, readExactJson } = inside.exports;

const open = 1_000;
const AccountId = 7;

/** Event number so much of an account: one of its orders has changed. */
const textOf = (i) => {
  const changed = {
    ...order('T'),
    OrderId: 1 + (i % open),
    ClientOrderId: 0,
    Account: AccountId,
    OrderState: 'Working',
    QuantityExecuted: 0,
  };
  const payload = JSON.stringify(changed).replaceAll('"T"', String(638_168_007_882_966_478n + BigInt(i)));
  return JSON.stringify({ m: 3, i: 0, n: 'OrderStateEvent', o: payload });
};
const decode = (text) => {
  const decoded = Order.decode(readExactJson(JSON.parse(text).o));
  if (E.isLeft(decoded)) throw new Error('an order is refused');
  return decoded.right;
};

const events = 20_000;
const texts = Array.from({ length: events }, (_, i) => textOf(i));
const orders = texts.map(decode);

/** An engine with so many open orders, and one who follows it. */
const engineWith = (count) => {
  const engine = createEngine({}, AccountId);
  engine.account$.subscribe((account) => (globalThis.benchSink = account));
  engine.take({ _tag: 'Found', rows: orders.slice(0, count), how: 'status' });
  return engine;
};
const take = (engine, payload) => engine.take({ _tag: 'Event', event: { _tag: 'OrderStateEvent', payload } });

const few = engineWith(1);
const many = engineWith(open);
// Each event is news, whatever came before: the ticks go on.
let ticks = 638_200_000_000_000_000n;
const news = (engine, i, count) =>
  take(engine, { ...orders[i % count], LastUpdatedTimeTicks: (ticks += 1n) });
const result = compare({
  'decoding the event': (i) => decode(texts[i % events]),
  [`the engine, ${open} open orders`]: (i) => news(many, i, open),
  'the engine, 1 open order': (i) => news(few, i, 1),
});
if (many.account().open.size !== open) throw new Error(`${many.account().open.size} orders are open`);

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
/** So many orders are over. */
const over = (engine, from, to) => {
  for (let i = from; i < to; i++)
    take(engine, { ...orders[i % events], OrderId: 1_000_000 + i, OrderState: 'Canceled' });
};
over(many, 0, 5_000);
const before = heap();
over(many, 5_000, 50_000);
const grown = heap() - before;
for (const engine of [few, many]) engine.life.unsubscribe();

printTable(
  'One change of an order: what the engine of its account costs, beside decoding the event',
  ['', 'us', 'x of decoding'],
  Object.entries(result).map(([name, { ratio, microseconds }]) => [
    name,
    microseconds.toFixed(2),
    ratio.toFixed(2),
  ]),
);
console.log(`\n45,000 more orders that are over: ${(grown / 1024).toFixed(0)} kB more are kept`);
