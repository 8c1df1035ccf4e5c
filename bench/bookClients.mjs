import { internal } from './harness.mjs';

const { createConnection, asRequests } = internal('connection/connection');
const { scriptedExchange } = internal('testing/scriptedExchange');
const { subscribe$ } = internal('streams/subscribe');
const { SubscribeLevel2 } = internal('topics/SubscribeLevel2');
const { orderBook$ } = internal('market/book/orderBook');
const { touch$ } = internal('market/book/touch');

const instrument = { InstrumentId: 74 };
/** What each follows; the last that it has told is kept. */
const followed = {
  'messages alone': (connection) => subscribe$(connection, SubscribeLevel2, instrument),
  touch$: (connection) => touch$(connection, instrument, { audit: false }),
  orderBook$: (connection) => orderBook$(connection, instrument, { audit: false }),
};

/** By name, a client over a transport in memory that follows a book: it takes frames as text, and tells the last. */
export const clients = Object.fromEntries(
  Object.entries(followed).map(([name, follow]) => [
    name,
    (snapshot) => {
      const exchange = scriptedExchange({
        answer: ({ name: call }) => (call === 'SubscribeLevel2' ? snapshot : undefined),
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
      follow(connection).subscribe((value) => (last = value));
      return {
        push: (text) => exchange.pushText(text),
        last: () => last,
        close: () => connection.close(),
      };
    },
  ]),
);
