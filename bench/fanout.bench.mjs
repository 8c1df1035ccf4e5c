import process from 'node:process';
import { createExchange } from 'notbank-rx/simulator';
import { serve } from 'notbank-rx/simulator/node';
import { WebSocketServer } from 'ws';
import { startFollowers } from './followers.mjs';
import { median, printTable } from './harness.mjs';

const connections = 100;
const ordersPerRound = 50;
const rounds = 7;
const warmUp = 6;
/** What may wait for one connection here, in characters. */
const backlog = 2_000_000;

const order = (i) => ({
  OMSId: 1,
  AccountId: 8,
  InstrumentId: 1,
  Side: 'Buy',
  OrderType: 'Limit',
  TimeInForce: 'GTC',
  Quantity: '0.0100',
  LimitPrice: `${100 + (i % 50)}.00`,
});

/** Orders come one by one off the network: what one of them causes leaves before the next is heard. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Orders that come and go: each tells its subscribers twice. */
const trade = async ({ market }) => {
  for (let i = 0; i < ordersPerRound; i++) {
    await turn();
    const { reply } = market.sendOrder(order(i));
    if (reply.status !== 'Accepted') throw new Error(JSON.stringify(reply));
    await turn();
    market.cancelOrder({ OMSId: 1, AccountId: 8, OrderId: reply.OrderId });
  }
};
const framesPerRound = 2 * ordersPerRound;

/** What a subscriber is sent in a round. */
const textsOfARound = async () => {
  const exchange = createExchange();
  const texts = [];
  const { receive, end } = exchange.connect({ send: (text) => texts.push(text), drop: () => undefined });
  receive('{"m":0,"i":2,"n":"SubscribeLevel2","o":"{\\"OMSId\\":1,\\"InstrumentId\\":1,\\"Depth\\":10}"}');
  texts.length = 0;
  await trade(exchange);
  end();
  return texts;
};
const texts = await textsOfARound();
if (texts.length !== framesPerRound) throw new Error(`a round is ${texts.length} frames`);

const servers = {
  'ws, the same texts': async () => {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
    server.on('connection', (socket) => socket.on('message', () => socket.send('[]')));
    await new Promise((resolve) => server.once('listening', resolve));
    return {
      url: `ws://127.0.0.1:${server.address().port}/wsgateway`,
      act: async () => {
        for (const text of texts) {
          await turn();
          for (const socket of server.clients) socket.send(text);
        }
      },
      count: () => server.clients.size,
      close: () => new Promise((resolve) => server.close(resolve)),
    };
  },
  'the simulated exchange': async () => {
    let open = 0;
    const exchange = createExchange({ limits: { backlog } });
    const connect = (peer) => {
      const connected = exchange.connect(peer);
      let isOpen = true;
      open += 1;
      const end = () => {
        connected.end();
        if (isOpen) open -= 1;
        isOpen = false;
      };
      return { ...connected, end };
    };
    const served = await serve({ exchange: Object.create(exchange, { connect: { value: connect } }) });
    return { url: served.url, act: () => trade(exchange), count: () => open, close: served.close };
  },
};

const memory = () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** From the first order to the last frame at the last of the readers. */
const round = async (followers, { act }, readers) => {
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  await act();
  await followers.received(framesPerRound * readers);
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  const frames = framesPerRound * readers;
  return { cpu: (user + system) / frames, rate: (1000 * frames) / milliseconds };
};

const measure = async (followers, start) => {
  const server = await start();
  const before = memory();
  await followers.open(server.url, connections);
  const perConnection = (memory() - before) / connections;
  const measured = [];
  for (let i = 0; i < warmUp + rounds; i++) measured.push(await round(followers, server, connections));
  return { server, perConnection, measured: measured.slice(warmUp) };
};

/** With one connection that asks and does not read: until it is let go, and how the others fare meanwhile. */
const withSlowOne = async (followers, server) => {
  const measured = [];
  while (server.count() === connections) {
    if (measured.length === 100) throw new Error('the slow one was not let go');
    await followers.strain();
    measured.push(await round(followers, server, connections - 1));
  }
  return measured;
};

const of = (measured, key) => median(measured.map((one) => one[key]));
const results = {};
let slow;
for (const [name, start] of Object.entries(servers)) {
  const followers = startFollowers();
  const { server, ...result } = await measure(followers, start);
  results[name] = result;
  if (name === 'the simulated exchange') slow = await withSlowOne(followers, server);
  await followers.close();
  await server.close();
  followers.stop();
}

const [bare, ours] = Object.keys(servers);
const row = (name, { perConnection, measured }) => [
  name,
  Math.round(of(measured, 'rate')),
  of(measured, 'cpu').toFixed(2),
  (of(results[bare].measured, 'rate') / of(measured, 'rate')).toFixed(2),
  (of(measured, 'cpu') / of(results[bare].measured, 'cpu')).toFixed(2),
  (perConnection / 1024).toFixed(1),
];
printTable(
  `Level 2 from one server to ${connections} connections over loopback: medians of ${rounds} rounds of ` +
    `${framesPerRound * connections} frames; the exchange's part includes ${ordersPerRound} orders and cancels a round`,
  ['server', 'frames/s', 'CPU us/frame', 'time, x of ws', 'CPU, x of ws', 'kB/connection'],
  Object.entries(results).map(([name, result]) => row(name, result)),
);
console.log(
  `\none of ${connections} asks for 1 MB a round and reads nothing: it was let go in round ${slow.length}; until then a frame took the ` +
    `others ${(of(results[ours].measured, 'rate') / of(slow, 'rate')).toFixed(2)} x the time`,
);
