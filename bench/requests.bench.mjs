import process from 'node:process';
import { CancelOrder, createClient, Ping, request$, subscribe$, SubscribeLevel2 } from 'notbank-rx';
import { lastValueFrom, Observable, Subject } from 'rxjs';
import { measureIfAlone, runAlone } from './alone.mjs';
import { clients } from './clients.mjs';
import { startGateway } from './gateway.mjs';
import { median, printTable } from './harness.mjs';

const rounds = 7;
const inFlight = 1_000;
const many = 5_000;
const inSequence = 1_000;

const competitors = ['ws', 'notbank-rx', 'notbank'];

/** Of the two orders that the gateway has. */
const withoutTicks = 1;
const withTicks = 2;

/** So many requests, at most `width` of them at a time. */
const ask = async (client, account, count, width) => {
  let left = count;
  const next = async () => {
    while (left > 0) {
      left -= 1;
      const { OrderId } = await client.orderStatus(account, left);
      if (OrderId === undefined) throw new Error('The answer is no order');
    }
  };
  await Promise.all(Array.from({ length: width }, next));
};

const measured = async (count, work) => {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = (1000 * (performance.now() - start)) / count;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / count };
};

/** In a process of its own a client is warmed up by itself. */
const warmUps = 3;

const run = async (host, name, warmUp = 0) => {
  const client = await clients[name](host);
  for (let i = 0; i < warmUp; i++) await ask(client, withoutTicks, many, inFlight);
  const result = {
    sequential: await measured(inSequence, () => ask(client, withoutTicks, inSequence, 1)),
    parallel: await measured(many, () => ask(client, withoutTicks, many, inFlight)),
    exact: await measured(many, () => ask(client, withTicks, many, inFlight)),
  };
  client.close();
  return result;
};

await measureIfAlone((host, name) => run(host, name, warmUps));

const compareClients = async (host, measure) => {
  for (const name of competitors) await measure(host, name);
  const all = [];
  for (let round = 0; round < rounds; round++) {
    const results = {};
    for (let i = 0; i < competitors.length; i++) {
      const name = competitors[(i + round) % competitors.length];
      results[name] = await measure(host, name);
    }
    all.push(results);
  }
  return all;
};

const report = (title, all) => {
  const ratio = (read, name, to) =>
    median(all.map((round) => read(round[name]) / read(round[to]))).toFixed(2);
  const absolute = (read, name) => median(all.map((round) => read(round[name]))).toFixed(1);
  printTable(
    `An order of 46 fields, asked for over loopback, ${title}: medians of ${rounds} rounds`,
    [
      'client',
      'latency us',
      'x of ws',
      `CPU us, ${inFlight} in flight`,
      'x of ws',
      'requests/s, x of SDK',
      'CPU with ticks, x of ws *',
    ],
    competitors.map((name) => [
      name,
      absolute(({ sequential }) => sequential.wall, name),
      ratio(({ sequential }) => sequential.wall, name, 'ws'),
      absolute(({ parallel }) => parallel.cpu, name),
      ratio(({ parallel }) => parallel.cpu, name, 'ws'),
      ratio(({ parallel }) => 1 / parallel.wall, name, 'notbank'),
      ratio(({ exact }) => exact.cpu, name, 'ws'),
    ]),
  );
};

const gateway = await startGateway();
try {
  report(
    'each client in a process of its own',
    await compareClients(gateway.host, (...args) => runAlone(import.meta.filename, ...args)),
  );
  report('all in one process', await compareClients(gateway.host, run));
} finally {
  gateway.stop();
}

console.log('\n* 64-bit integers: notbank-rx keeps every digit, the others round.');

/** A client on a gateway in memory that answers subscriptions with an empty book, and nothing else. */
const connect = () => {
  const message$ = new Subject();
  const send = (text) => {
    const { i, n } = JSON.parse(text);
    if (n.startsWith('Subscribe')) message$.next(`{"m":1,"i":${i},"n":"${n}","o":"[]"}`);
  };
  const wire = { message$, send, close: () => {}, terminate: () => {} };
  const client = createClient({ transport: () => new Observable((subscriber) => subscriber.next(wire)) });
  client.state$.subscribe();
  return client;
};

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

/** Bytes and timers held for each of so many, beyond those of the first hundred. */
const held = (count, hold) => {
  const client = connect();
  for (let i = 1; i <= 100; i++) hold(client, i);
  globalThis.gc();
  const before = { bytes: process.memoryUsage().heapUsed, timers: timers() };
  for (let i = 101; i <= 100 + count; i++) hold(client, i);
  globalThis.gc();
  const bytes = (process.memoryUsage().heapUsed - before.bytes) / count;
  const result = { bytes, timers: (timers() - before.timers) / count };
  client.close();
  return result;
};

const noop = () => {};
const request = (client) => request$(client, Ping, {}).subscribe({ error: noop });
const subscription = (client, InstrumentId) =>
  subscribe$(client, SubscribeLevel2, { InstrumentId }).subscribe();

/** Bytes that stay on an open socket for each of so many requests that were never answered, once they are given up. */
const left = async (count, endpoint, params) => {
  const client = connect();
  const giveUp = (times) =>
    Promise.all(
      Array.from({ length: times }, () =>
        lastValueFrom(request$(client, endpoint, params, { timeout: 1 })).catch(noop),
      ),
    );
  await giveUp(1_000);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  await giveUp(count);
  globalThis.gc();
  const bytes = (process.memoryUsage().heapUsed - before) / count;
  client.close();
  return bytes;
};

if (globalThis.gc === undefined) {
  console.log('\nWhat is held is measured with node --expose-gc.');
} else {
  printTable(
    'What is held for each',
    ['', 'bytes', 'timers'],
    [
      ['request in flight', held(10_000, request)],
      ['shared subscription', held(5_000, subscription)],
    ].map(([name, { bytes, timers }]) => [name, Math.round(bytes), timers.toFixed(2)]),
  );
  const rows = [
    ['a query: a bare mark', Ping, {}],
    ['a command: what tells its late reply', CancelOrder, { OrderId: 6500 }],
  ];
  const table = [];
  for (const [name, endpoint, params] of rows) {
    const bytes = [];
    for (const count of [5_000, 50_000]) bytes.push(Math.round(await left(count, endpoint, params)));
    table.push([name, ...bytes]);
  }
  printTable(
    'What stays of each time limit, bytes, until the socket ends',
    ['', 'of 5000', 'of 50000'],
    table,
  );
}
