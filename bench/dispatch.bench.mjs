import process from 'node:process';
import {
  createClient,
  failOnError,
  MessageType,
  ofName,
  ofSequence,
  ofType,
  payload,
  Ping,
  request$,
  subscribe$,
  SubscribeLevel2,
} from 'notbank-rx';
import { filter, Observable, share, Subject, take } from 'rxjs';
import { measureIfAlone, runAlone } from './alone.mjs';
import { clients } from './clients.mjs';
import { framesPerPing, level2Event, startGateway } from './gateway.mjs';
import { compare, internal, median, printTable } from './harness.mjs';

const { Level2Rows } = internal('codec/records/Level2Row');

const counts = [1, 100, 10_000];

/** CPU of an event that nobody wants, in microseconds, one client alone. */
const unwanted = async (host, name) => {
  const client = await clients[name](host);
  for (let warmUp = 0; warmUp < 2; warmUp++) await client.ping();
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let i = 0; i < 3; i++) await client.ping();
  const { user, system } = process.cpuUsage(before);
  client.close();
  return (user + system) / (3 * framesPerPing);
};
await measureIfAlone(unwanted);

const compareUnwanted = async (rounds) => {
  const gateway = await startGateway();
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const raw = await runAlone(import.meta.filename, gateway.host, 'ws, unread');
    const ours = await runAlone(import.meta.filename, gateway.host, 'notbank-rx');
    measured.push({ raw, ours });
  }
  gateway.stop();
  printTable(
    `An event of 10 rows that nobody wants, each client in a process of its own: medians of ${rounds} rounds`,
    ['client', 'CPU us', 'x of ws, unread'],
    [
      ['ws, unread', median(measured.map(({ raw }) => raw)).toFixed(2), '1.00'],
      [
        'notbank-rx, nobody subscribed',
        median(measured.map(({ ours }) => ours)).toFixed(2),
        median(measured.map(({ raw, ours }) => ours / raw)).toFixed(2),
      ],
    ],
  );
};

/** A client on a gateway in memory that answers subscriptions at once, and the rest when it is told to. */
const connect = () => {
  const message$ = new Subject();
  const asked = [];
  const send = (text) => {
    const { i, n } = JSON.parse(text);
    if (n.startsWith('Subscribe')) message$.next(`{"m":1,"i":${i},"n":"${n}","o":"[]"}`);
    else asked.push(`{"m":1,"i":${i},"n":"${n}","o":"{\\"msg\\":\\"PONG\\"}"}`);
  };
  const wire = { message$, send, close: () => {}, terminate: () => {} };
  const client = createClient({ transport: () => new Observable((subscriber) => subscriber.next(wire)) });
  let socket;
  client.socket$.subscribe((open) => {
    socket = open;
  });
  return { client, socket, receive: (text) => message$.next(text), asked };
};

/** The oldest request of `count` is answered, and another one asked. */
const replies = (count, ask) => {
  const connection = connect();
  for (let i = 0; i < count; i++) ask(connection);
  const { receive, asked } = connection;
  let oldest = 0;
  const run = () => {
    receive(asked[oldest]);
    oldest += 1;
    ask(connection);
    // The answers given are dropped now and then, so that the list does not grow without end.
    if (oldest === 10_000) oldest -= asked.splice(0, oldest).length;
  };
  return { run, close: connection.client.close };
};

const byRequest = ({ client }) => request$(client, Ping, {}).subscribe({ error: () => {} });

const byFilter = ({ socket }) => {
  const sequence = socket.nextSequence();
  socket.frame$
    .pipe(
      ofType(MessageType.Reply, MessageType.Error),
      ofSequence(sequence),
      take(1),
      failOnError(),
      payload(Ping.reply),
    )
    .subscribe();
  socket.send({ type: MessageType.Request, sequence, name: 'Ping', payload: '{}' });
};

/** One event of one row, for one of `count` instruments that are followed. */
const events = (count, follow) => {
  const connection = connect();
  const heard = { count: 0 };
  follow(connection, count, heard);
  const texts = Array.from({ length: count }, (_, i) => level2Event(i + 1, 1));
  let sent = 0;
  const run = () => {
    connection.receive(texts[sent % count]);
    sent += 1;
    if (heard.count !== sent) throw new Error(`${heard.count} of ${sent} events were heard`);
  };
  return { run, close: connection.client.close };
};

const bySubscribe = ({ client }, count, heard) => {
  for (let InstrumentId = 1; InstrumentId <= count; InstrumentId++) {
    subscribe$(client, SubscribeLevel2, { InstrumentId }).subscribe(({ _tag }) => {
      if (_tag === 'Update') heard.count += 1;
    });
  }
};

/** The payload is parsed once for all; each consumer filters by instrument. */
const byInstrument = ({ socket }, count, heard) => {
  const rows$ = socket.frame$.pipe(
    ofType(MessageType.Event),
    ofName('Level2UpdateEvent'),
    payload(Level2Rows),
    share(),
  );
  for (let id = 1; id <= count; id++) {
    rows$.pipe(filter((rows) => rows[0]?.[7] === id)).subscribe(() => (heard.count += 1));
  }
};

/** Each count against 1; where one operation takes a millisecond, a few of them are enough. */
const growth = (make, slowCount = Infinity) =>
  counts.map((count) => {
    const [one, many] = [make(1), make(count)];
    const options = count < slowCount ? { rounds: 11 } : { rounds: 7, milliseconds: 0.2 };
    const result = compare({ one: one.run, many: many.run }, options);
    one.close();
    many.close();
    return count === 1 ? result.one.microseconds : result.many.ratio;
  });

const row = (name, [microseconds, ...ratios]) => [
  name,
  microseconds.toFixed(2),
  '1.00',
  ...ratios.map((ratio) => ratio.toFixed(2)),
];

const head = ['', 'us with 1', ...counts.map((count) => `x, with ${count}`)];

await compareUnwanted(7);

printTable('One reply comes and the next request goes, with so many in flight', head, [
  row(
    'request$',
    growth((count) => replies(count, byRequest)),
  ),
  row(
    'filter + take(1)',
    growth((count) => replies(count, byFilter), 1_000),
  ),
]);
printTable('One event comes, with so many instruments followed', head, [
  row(
    'subscribe$',
    growth((count) => events(count, bySubscribe)),
  ),
  row(
    'one parse, filter each',
    growth((count) => events(count, byInstrument), 1_000),
  ),
]);
