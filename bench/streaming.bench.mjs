import process from 'node:process';
import { clients } from './clients.mjs';
import { framesPerPing, startGateway } from './gateway.mjs';
import { median, printTable } from './harness.mjs';

const rounds = 7;

const runs = {
  'ws + JSON.parse twice': { client: 'ws', instruments: 1 },
  'notbank-rx': { client: 'notbank-rx', instruments: 1 },
  'notbank, the official SDK': { client: 'notbank', instruments: 1 },
  'ws, nothing read': { client: 'ws, unread', instruments: 0 },
  'notbank-rx, nobody subscribed': { client: 'notbank-rx', instruments: 0 },
  'ws + JSON.parse twice, 50 instruments': { client: 'ws', instruments: 50 },
  'notbank-rx, 50 instruments': { client: 'notbank-rx', instruments: 50 },
  'notbank, 50 instruments': { client: 'notbank', instruments: 50 },
};
const names = Object.keys(runs);

/** How often the events are asked for: once for the connection to get going, then measured. */
const measuredPings = 2;

/** From the request that the gateway answers with its events to the reply that follows them. */
const run = async (host, { client, instruments }) => {
  const connected = await clients[client](host);
  for (let id = 1; id <= instruments; id++) await connected.follow(id);
  await connected.ping();
  globalThis.gc?.();
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  for (let i = 0; i < measuredPings; i++) await connected.ping();
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  connected.close();
  if (instruments > 0 && connected.events() !== framesPerPing * (1 + measuredPings)) {
    throw new Error(`${client} was given ${connected.events()} events, not those that were sent`);
  }
  const frames = framesPerPing * measuredPings;
  return { cpu: (user + system) / frames, rate: frames / milliseconds };
};

const measure = async (host) => {
  for (const name of names) await run(host, runs[name]);
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const results = {};
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length];
      results[name] = await run(host, runs[name]);
    }
    measured.push(results);
  }
  return measured;
};

const gateway = await startGateway();
const measured = await measure(gateway.host).finally(gateway.stop);

const ratio = (key, name, to) =>
  median(measured.map((round) => round[name][key] / round[to][key])).toFixed(2);
const [parsing, , sdk] = names;

printTable(
  `Level 2 events of 10 rows over loopback: medians of ${rounds} rounds of ${framesPerPing * measuredPings} events`,
  ['client', 'CPU us/frame', 'CPU, x of ws + parse', 'CPU, x of SDK', 'frames/s, x of SDK'],
  names.map((name) => [
    name,
    median(measured.map((round) => round[name].cpu)).toFixed(2),
    ratio('cpu', name, parsing),
    ratio('cpu', name, sdk),
    ratio('rate', name, sdk),
  ]),
);
printTable(
  '50 instruments against one',
  ['client', 'CPU'],
  ['ws', 'notbank-rx', 'notbank'].map((client) => {
    const [one, fifty] = [1, 50].map((count) =>
      names.find((name) => runs[name].client === client && runs[name].instruments === count),
    );
    return [client, ratio('cpu', fifty, one)];
  }),
);
console.log(
  `\nnobody subscribed, CPU, x of ws with nothing read: ${ratio('cpu', 'notbank-rx, nobody subscribed', 'ws, nothing read')}`,
);
