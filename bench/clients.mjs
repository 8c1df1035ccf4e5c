import { createRequire } from 'node:module';
import { createClient, GetOrderStatus, Ping, request$, subscribe$, SubscribeLevel2 } from 'notbank-rx';
import { filter, firstValueFrom } from 'rxjs';
import { WebSocket } from 'ws';

const require = createRequire(import.meta.url);

/** The official SDK always asks for `wss:`; in this process alone it is given `ws:`. */
class PlainWebSocket extends WebSocket {
  constructor(url, protocols) {
    super(url.replace('wss:', 'ws:'), protocols);
  }
}
// It finds its WebSocket with `require`, while it is being loaded.
const loaded = require.cache[require.resolve('ws')];
const { exports } = loaded;
loaded.exports = PlainWebSocket;
const { NotbankClient } = await import('notbank').finally(() => {
  loaded.exports = exports;
});

const opened = (socket) => new Promise((resolve) => socket.once('open', resolve));

const openWs = async (host) => {
  const socket = new WebSocket(`ws://${host}/wsgateway`, { perMessageDeflate: false });
  await opened(socket);
  return socket;
};

/** Counts the messages of every instrument. */
const counter = () => {
  let count = 0;
  return { add: () => (count += 1), count: () => count };
};

/** The floor: messages are counted, and never read but for the last. */
const rawWs = async (host) => {
  const socket = await openWs(host);
  const events = counter();
  let answered;
  socket.on('message', (data) => {
    if (data.length > 100) events.add();
    else answered?.();
  });
  return {
    follow: () => {},
    ping: () =>
      new Promise((resolve) => {
        answered = resolve;
        socket.send('{"m":0,"i":2,"n":"Ping","o":"{}"}');
      }),
    events: events.count,
    close: () => socket.close(),
  };
};

/** What there is to do at the least: both JSON texts are parsed, replies and events are found in a Map. */
const ws = async (host) => {
  const socket = await openWs(host);
  const events = counter();
  const replies = new Map();
  const streams = new Map();
  let sequence = 0;
  socket.on('message', (data) => {
    const { m, i, n, o } = JSON.parse(data);
    const payload = JSON.parse(o);
    if (m === 3) {
      streams.get(`${n} ${payload[0][7]}`)?.(payload);
      return;
    }
    const settle = replies.get(i);
    replies.delete(i);
    settle?.(payload);
  });
  const request = (n, payload) =>
    new Promise((resolve) => {
      sequence += 2;
      replies.set(sequence, resolve);
      socket.send(JSON.stringify({ m: 0, i: sequence, n, o: JSON.stringify(payload) }));
    });
  return {
    follow: (InstrumentId) => {
      streams.set(`Level2UpdateEvent ${InstrumentId}`, events.add);
      return request('SubscribeLevel2', { OMSId: 1, InstrumentId, Depth: 500 });
    },
    ping: () => request('Ping', {}),
    orderStatus: (AccountId, OrderId) => request('GetOrderStatus', { OMSId: 1, AccountId, OrderId }),
    events: events.count,
    close: () => socket.close(),
  };
};

const official = async (host) => {
  const client = NotbankClient.Factory.createWebsocketClient({ domain: host });
  await client.connect();
  const events = counter();
  return {
    follow: (InstrumentId) =>
      client.getSubscriptionService().subscribeLevel2({ InstrumentId, Depth: 500 }, () => {}, events.add),
    ping: () => client.getSystemService().ping(),
    orderStatus: (AccountId, OrderId) => client.getTradingService().getOrderStatus({ AccountId, OrderId }),
    events: events.count,
    close: () => client.close(),
  };
};

const ours = async (host) => {
  const client = createClient({ url: `ws://${host}/wsgateway` });
  await firstValueFrom(client.socket$);
  const events = counter();
  return {
    follow: (InstrumentId) => {
      const messages$ = subscribe$(client, SubscribeLevel2, { InstrumentId });
      messages$.pipe(filter(({ _tag }) => _tag === 'Update')).subscribe(events.add);
      return firstValueFrom(messages$);
    },
    ping: () => firstValueFrom(request$(client, Ping, {})),
    orderStatus: (AccountId, OrderId) =>
      firstValueFrom(request$(client, GetOrderStatus, { AccountId, OrderId })),
    events: events.count,
    close: () => client.close(),
  };
};

/**
 * The clients that are compared, each a function that connects to a gateway and resolves to
 * `{ follow(instrument), ping(), orderStatus(account, order), events(), close() }`: what it does to begin a stream,
 * to ask, to say how many events its streams were given, and to end.
 */
export const clients = { ws, 'notbank-rx': ours, notbank: official, 'ws, unread': rawWs };
