import E from 'fp-ts/lib/Either.js';
import { of } from 'rxjs';
import { internal } from './harness.mjs';

const { createConnection, asRequests } = internal('connection/connection');
const { scriptedExchange } = internal('testing/scriptedExchange');
const { subscribe$ } = internal('streams/subscribe');
const { SubscribeLevel2 } = internal('topics/SubscribeLevel2');
const { orderBook$ } = internal('market/book/orderBook');
const { touch$ } = internal('market/book/touch');
const { exact } = internal('exact');

const level2 = exact(SubscribeLevel2);

/** `SubscribeLevel2` with a state that nothing is kept of: its messages cost what the way of a message costs. */
const unkept = {
  ...SubscribeLevel2,
  settle: (params) =>
    E.map(({ settled, ...known }) => ({
      ...known,
      settled: {
        ...settled,
        begin: () => E.right(of([])),
        apply: (state) => state,
        publish: (state) => state,
      },
    }))(SubscribeLevel2.settle(params)),
  snapshot: (payload) => ({ _tag: 'Snapshot', payload }),
};

const done = { result: true, errormsg: null, errorcode: 0, detail: null };
const instrument = { InstrumentId: 74 };
const unaudited = { audit: false };
/** What each follows with so many levels a side; `touch$` always asks for 500. The last that it has told is kept. */
const followed = {
  'rows alone': (connection, Depth) => subscribe$(connection, unkept, { ...instrument, Depth }),
  subscribe$: (connection, Depth) => subscribe$(connection, SubscribeLevel2, { ...instrument, Depth }),
  touch$: (connection) => touch$(connection, instrument, unaudited),
  orderBook$: (connection, depth) => orderBook$(connection, { ...instrument, depth }, unaudited),
  'exact subscribe$': (connection, Depth) => subscribe$(connection, level2, { ...instrument, Depth }),
  'exact touch$': (connection) => touch$(connection, instrument, { ...unaudited, level2 }),
  'exact orderBook$': (connection, depth) =>
    orderBook$(connection, { ...instrument, depth }, { ...unaudited, level2 }),
};

/** By name, a client over a transport in memory that follows a book: it takes frames as text, and tells the last. */
export const clients = Object.fromEntries(
  Object.entries(followed).map(([name, follow]) => [
    name,
    (snapshot) => {
      const exchange = scriptedExchange({
        answer: ({ name: call }) => (call === 'SubscribeLevel2' ? snapshot : done),
      });
      const connection = createConnection({
        url: 'ws://exchange.example',
        transport: exchange.transport,
        backoff: () => null,
        stableAfter: 1_000,
        requestTimeout: 1_000,
        subscribeWith: asRequests,
        restore: { inFlight: 10 },
      });
      let last;
      follow(connection, snapshot.length / 2).subscribe((value) => (last = value));
      return {
        push: (text) => exchange.pushText(text),
        last: () => last,
        close: () => connection.close(),
      };
    },
  ]),
);
