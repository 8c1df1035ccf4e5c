import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { WebSocket } from 'ws';
import { createExchange, demoUsers, type Exchange } from '../../src/simulator/index.ts';
import { serve } from '../../src/simulator/node.ts';
import { createRandom } from '../../src/simulator/market/random.ts';
import { dial, limitOrder, signed } from '../simulator/support/dial.ts';
import { createMutations } from '../simulator/support/mutations.ts';

const attackers = 4;
const framesPerAttacker = 10_000;
const framesInMemory = 40_000;
const batch = 400;
const rawConnections = 60;

const [, partner] = demoUsers;
/** A reply that tells of an error inside the exchange; such a one is a crash that was caught. */
const serverError = /"errorcode\\?":102/;
const ping = (sequence: number): string => `{"m":0,"i":${sequence},"n":"Ping","o":"{}"}`;
const isPong = (text: string, sequence: number): boolean =>
  text === `{"m":1,"i":${sequence},"n":"Ping","o":"{\\"msg\\":\\"PONG\\"}"}`;

const open = async (url: string): Promise<WebSocket> => {
  const socket = new WebSocket(url, { maxPayload: 64 * 1024 * 1024 });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return socket;
};

/** Waits for the answer to one ping; `false` when the connection ends instead. */
const answered = (socket: WebSocket, sequence: number): Promise<boolean> =>
  new Promise((resolve) => {
    const settle = (isAnswered: boolean): void => {
      socket.off('message', hear);
      socket.off('close', lose);
      resolve(isAnswered);
    };
    const hear = (data: Buffer): void => {
      if (isPong(data.toString(), sequence)) settle(true);
    };
    const lose = (): void => settle(false);
    socket.on('message', hear);
    socket.on('close', lose);
    if (socket.readyState === WebSocket.OPEN) socket.send(ping(sequence));
    else settle(false);
  });

interface Counts {
  frames: number;
  replies: number;
  serverErrors: number;
  reconnects: number;
}

/** Sends nonsense in batches, each of which is waited for, and comes back whenever it is thrown out. */
const attack = async (url: string, seed: number, counts: Counts): Promise<void> => {
  const random = createRandom(seed);
  const nextFrame = createMutations(seed);
  const connect = async (): Promise<WebSocket> => {
    const socket = await open(url);
    socket.on('message', (data: Buffer) => {
      counts.replies += 1;
      if (serverError.test(data.toString())) counts.serverErrors += 1;
    });
    return socket;
  };
  let socket = await connect();
  for (let sent = 0; sent < framesPerAttacker; sent += batch) {
    for (let n = 0; n < batch; n += 1) socket.send(nextFrame());
    counts.frames += batch;
    if (random.below(8) === 0) socket.send(Buffer.from([0, 255, random.below(256)]));
    if (random.below(8) === 0) socket.ping('x');
    if (random.below(12) === 0) socket.send(Buffer.from([0x7b, 0xff, 0xfe]), { binary: false });
    if (random.below(12) === 0) socket.send('x'.repeat(1_100_000));
    if (await answered(socket, 1_000_000_000 + sent)) continue;
    counts.reconnects += 1;
    socket = await connect();
  }
  socket.terminate();
};

/** Breaks the protocol below the messages: a good handshake, then any bytes. */
const attackRaw = async (port: number, seed: number): Promise<void> => {
  const random = createRandom(seed);
  const socket = connectTcp(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').catch(() => undefined);
  socket.write(
    'GET /wsgateway HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  socket.resume();
  socket.end(Buffer.from(Array.from({ length: 1 + random.below(2_000) }, () => random.below(256))));
  await closed;
};

/** Somebody who does nothing wrong: a book, an account, and a ping now and then. */
const createWitness = async (url: string) => {
  const socket = await open(url);
  const book = new Map<string, number>();
  let pongs = 0;
  const apply = (rows: readonly (readonly number[])[]): void => {
    for (const row of rows) {
      if (row[3] === 2) book.delete(`${row[9]} ${row[6]}`);
      else book.set(`${row[9]} ${row[6]}`, row[8] ?? 0);
    }
  };
  socket.on('message', (data: Buffer) => {
    const { n, o } = JSON.parse(data.toString()) as { readonly n: string; readonly o: string };
    if (n === 'SubscribeLevel2' || n === 'Level2UpdateEvent') {
      apply(JSON.parse(o) as readonly (readonly number[])[]);
    }
  });
  const frame = (i: number, n: string, payload: object): string =>
    JSON.stringify({ m: 0, i, n, o: JSON.stringify(payload) });
  socket.send(frame(2, 'AuthenticateUser', signed(partner)));
  socket.send(frame(4, 'SubscribeLevel2', { OMSId: 1, InstrumentId: 1, Depth: 1_000_000 }));
  socket.send(frame(6, 'SubscribeAccountEvents', { OMSId: 1, AccountId: 8 }));
  return {
    socket,
    book,
    pongs: () => pongs,
    ping: async (): Promise<void> => {
      if (await answered(socket, 10 + 2 * pongs)) pongs += 1;
    },
  };
};

const bookOf = ({ market }: Exchange): ReadonlyMap<string, number> => {
  const found = market.level2(1, 1_000_000);
  const number = ({ units, scale }: { readonly units: bigint; readonly scale: number }): number =>
    Number(`${units}e-${scale}`);
  return new Map(
    found._tag === 'Right' ? found.right.map((row) => [`${row[9]} ${number(row[6])}`, number(row[8])]) : [],
  );
};

describe('nonsense', () => {
  it('sent over several real connections harms nobody', async () => {
    const { url, port, exchange, close } = await serve({ exchange: { maxLoginAttempts: Infinity } });
    const counts: Counts = { frames: 0, replies: 0, serverErrors: 0, reconnects: 0 };
    const witness = await createWitness(url);
    let asked = 0;
    let isOver = false;
    const attacks = Promise.all([
      ...Array.from({ length: attackers }, (_, index) => attack(url, index + 1, counts)),
      ...Array.from({ length: rawConnections }, (_, index) => attackRaw(port, index + 1)),
    ]).finally(() => (isOver = true));
    while (!(isOver as boolean)) {
      asked += 1;
      await witness.ping();
    }
    await attacks;
    exchange.market.sendOrder(limitOrder(0, '55.00', '0.5', 8));
    asked += 1;
    await witness.ping();

    console.info(
      `${counts.frames} mutated frames over ${attackers} connections, ${counts.replies} messages back, ` +
        `${counts.reconnects} reconnects, ${rawConnections} connections of raw bytes; ` +
        `${counts.serverErrors} server errors, ${witness.pongs()} of ${asked} pings of a witness answered`,
    );
    const truth = bookOf(exchange);
    const isOpen = witness.socket.readyState === WebSocket.OPEN;
    witness.socket.terminate();
    await close();
    expect(counts.frames).toBe(attackers * framesPerAttacker);
    expect(counts.replies).toBeGreaterThan(counts.frames / 2);
    expect(counts.reconnects).toBeGreaterThan(0);
    expect(counts.serverErrors).toBe(0);
    expect(witness.pongs()).toBe(asked);
    expect(isOpen).toBe(true);
    expect(witness.book).toEqual(truth);
  }, 240_000);

  it('sent in memory throws nothing, and is answered as far as it asks something', () => {
    const exchange = createExchange({ maxLoginAttempts: Infinity });
    const nextFrame = createMutations(99);
    let replies = 0;
    let serverErrors = 0;
    const attacker = exchange.connect({
      send: (text) => {
        replies += 1;
        if (serverError.test(text)) serverErrors += 1;
      },
      drop: () => undefined,
    });
    const witness = dial(exchange);
    let pongs = 0;
    for (let n = 1; n <= framesInMemory; n += 1) {
      attacker.receive(nextFrame());
      if (n % 1_000 === 0 && witness.answerTo(witness.send('Ping')) !== undefined) pongs += 1;
    }

    attacker.end();
    exchange.close();
    console.info(
      `${framesInMemory} mutated frames in memory, ${replies} messages back, ${serverErrors} server errors`,
    );
    expect(replies).toBeGreaterThan(framesInMemory / 2);
    expect(serverErrors).toBe(0);
    expect(pongs).toBe(framesInMemory / 1_000);
  }, 120_000);
});
