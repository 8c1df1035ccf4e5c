import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { WebSocketServer } from 'ws';
import { seeded } from './harness.mjs';

/** How many Level 2 events the gateway sends before it answers a `Ping`. */
export const framesPerPing = 20_000;
/** The instrument that events are about on a connection that has subscribed to none. */
const anyInstrument = 1;

const sample = (name) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../spec/fixtures/samples', name), 'utf8')).payloadText;

/** An order of 46 fields as the exchange writes it; its ticks have 18 digits. */
export const orderText = sample('functions/GetOrderStatus.reply.01.json');
/** The same without integers that a `number` cannot hold. */
export const plainOrderText = orderText.replace(/\d{16,}/g, '0');

const random = seeded(20240607);
const int = (low, high) => low + Math.floor(random() * (high - low + 1));

/** Four rows of five are of the 20 best levels of their side, the others of all its 400. */
const level2Row = (instrument) => {
  const side = int(0, 1);
  const level = random() < 0.8 ? int(0, 19) : int(0, 399);
  const price = (side === 0 ? 95_000 - level : 95_001 + level) + 0.25;
  const quantity = Number((random() * 9 + 0.0001).toFixed(8));
  const time = 1_700_000_000_000 + int(0, 1e9);
  return [
    4_100_000 + int(0, 1e6),
    int(0, 9),
    time,
    int(0, 2),
    95_000.25,
    int(0, 9),
    price,
    instrument,
    quantity,
    side,
  ];
};

/** An event of `rows` rows. Its number is odd, so that no client takes it for the answer to a request. */
export const level2Event = (instrument, rows) =>
  JSON.stringify({
    m: 3,
    i: 1_000_001,
    n: 'Level2UpdateEvent',
    o: JSON.stringify(Array.from({ length: rows }, () => level2Row(instrument))),
  });

/** A text message as a server puts it on the wire. */
const framed = (text) => {
  const body = Buffer.from(text);
  const head = body.length < 126 ? Buffer.from([0x81, body.length]) : Buffer.from([0x81, 126, 0, 0]);
  if (body.length >= 126) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
};

const eventsPerChunk = 200;

/** Events of 10 rows, of each instrument in turn. */
const chunkOf = (instruments) =>
  Buffer.concat(
    Array.from({ length: eventsPerChunk }, (_, i) =>
      framed(level2Event(instruments[i % instruments.length], 10)),
    ),
  );

/** Writes as fast as the other side reads, and no faster. */
const stream = (tcp, chunk, done) => {
  let left = framesPerPing / eventsPerChunk;
  const write = () => {
    while (left > 0) {
      left -= 1;
      if (tcp.write(chunk)) continue;
      tcp.once('drain', write);
      return;
    }
    done();
  };
  write();
};

const reply = (i, n, payload) => `{"m":1,"i":${i},"n":"${n}","o":${JSON.stringify(payload)}}`;

const chunks = new Map();

const serve = (socket, tcp) => {
  const instruments = [];
  socket.on('message', (data) => {
    const { i, n, o } = JSON.parse(data);
    if (n === 'SubscribeLevel2') {
      instruments.push(JSON.parse(o).InstrumentId);
      socket.send(reply(i, n, '[]'));
    } else if (n === 'Ping') {
      const key = instruments.join();
      if (!chunks.has(key)) chunks.set(key, chunkOf(instruments.length > 0 ? instruments : [anyInstrument]));
      stream(tcp, chunks.get(key), () => socket.send(reply(i, n, '{"msg":"PONG"}')));
    } else {
      // The account says which of the two orders is wanted.
      socket.send(reply(i, n, JSON.parse(o).AccountId === 1 ? plainOrderText : orderText));
    }
  });
};

const listen = () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  server.on('connection', (socket, { socket: tcp }) => serve(socket, tcp));
  server.on('listening', () => process.send(server.address().port));
  process.on('disconnect', () => process.exit());
  setTimeout(() => process.exit(1), longestRun);
};

/** A client that waits for ever must not make the bench do so. */
const longestRun = 180_000;

/**
 * Starts a gateway in a process of its own, on loopback, so that what is measured here is the client alone. It
 * answers `SubscribeLevel2` with an empty book, `Ping` with {@link framesPerPing} events of 10 rows and then a
 * reply, and everything else with an order. It ends with this process at the latest, and ends this process with
 * itself where it was not told to stop.
 *
 * @returns Its host with the port, and how to stop it.
 */
export const startGateway = () =>
  new Promise((resolve) => {
    const child = fork(import.meta.filename, ['listen'], { execArgv: [] });
    const fail = () => {
      console.error('The gateway has ended');
      process.exit(1);
    };
    const stop = () => {
      child.off('exit', fail);
      child.disconnect();
    };
    child.once('exit', fail);
    child.once('message', (port) => resolve({ host: `127.0.0.1:${port}`, stop }));
  });

if (process.argv[1] === import.meta.filename && process.argv[2] === 'listen') listen();
