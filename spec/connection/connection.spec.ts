import * as t from 'io-ts';
import { NEVER, of, throwError } from 'rxjs';
import { inner } from '../../src/connection/inner.ts';
import { hurried } from '../../src/connection/hurried.ts';
import type { ConnectionState } from '../../src/connection/state.ts';
import { endpoint } from '../../src/endpoint.ts';
import {
  AuthenticationFailed,
  type ClientError,
  ConnectionLost,
  RequestTimeout,
  TransportError,
} from '../../src/errors.ts';
import { request$ } from '../../src/requests/request.ts';
import { withKeepAlive } from '../../src/session/keepAlive.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';

const tags = (states: readonly ConnectionState[]): readonly string[] => states.map(({ _tag }) => _tag);
const state = (_tag: ConnectionState['_tag'], more: object = {}): unknown =>
  expect.objectContaining({ _tag, ...more });
const dropped = new TransportError('dropped');
const Slow = endpoint({ name: 'Slow', request: t.type({}), reply: t.unknown });
const Command = endpoint({ name: 'Command', request: t.type({}), reply: t.unknown, isCommand: true });

describe('createConnection', () => {
  it('does nothing until it is used, and opens one socket for all', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    client.error$.subscribe();
    expect(exchange.sockets()).toBe(0);

    client.state$.subscribe();
    client.socket$.subscribe();
    client.frame$.subscribe();
    expect(exchange.sockets()).toBe(1);
    client.close();
  });

  it('tells every state of an opening, to a late subscriber the present one', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({ opens: false });
      const client = connect(exchange, { authenticate: (socket) => cold('--s', { s: socket }) });

      cold('--a').subscribe(() => exchange.accept());

      const values = {
        c: { _tag: 'Connecting', attempt: 0 },
        a: { _tag: 'Authenticating', attempt: 0 },
        o: state('Open'),
      };
      expectObservable(client.state$, '^------!').toBe('c-a-o--', values);
      expectObservable(client.state$, '---^---!').toBe('---ao--', values);
      expectObservable(client.state$, '-----^-!').toBe('-----o-', values);
    });
  });

  it('comes back after a loss, and waits as long as the backoff says', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const asked: [number, ClientError][] = [];
      const client = connect(exchange, {
        backoff: (attempt, cause) => {
          asked.push([attempt, cause]);
          return attempt * 3;
        },
      });

      cold('------d').subscribe(() => {
        exchange.script({ opens: false });
        exchange.drop();
      });
      cold('-----------d').subscribe(() => exchange.drop());

      expectObservable(client.state$, '  18ms !').toBe('(co)--w--c-v-----d', {
        c: state('Connecting'),
        o: state('Open'),
        w: { _tag: 'Waiting', delay: 3, cause: dropped },
        v: { _tag: 'Waiting', delay: 6, cause: dropped },
        d: { _tag: 'Connecting', attempt: 2, cause: dropped },
      });
      expectObservable(client.error$, '  18ms !').toBe('------x----x', { x: dropped });
      cold('18ms z').subscribe(() => {
        expect(asked).toEqual([
          [1, dropped],
          [2, dropped],
        ]);
      });
    });
  });

  it('counts attempts anew once a connection has proved stable, and not before', () => {
    marbles(({ cold, flush }) => {
      const exchange = scriptedExchange();
      const attempts: number[] = [];
      const client = connect(exchange, {
        stableAfter: 10,
        backoff: (attempt) => {
          attempts.push(attempt);
          return 1;
        },
      });
      client.state$.subscribe();

      cold('d-----d---------------d----d').subscribe(() => exchange.drop());

      flush();
      expect(attempts).toEqual([1, 2, 1, 2]);
      client.close();
    });
  });

  it('gives up when the backoff says so: the cause is the last state, and the last on error$, which completes', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange, { backoff: () => null });

      cold('--d').subscribe(() => exchange.drop());

      expectObservable(client.error$, '----!').toBe('--(d|)', { d: dropped });
      expectObservable(client.socket$).toBe('s-#', { s: expect.anything() as unknown }, dropped);
      expectObservable(client.state$, '----^').toBe('----(x|)', { x: { _tag: 'Closed', cause: dropped } });
    });
  });

  it('takes an end of the transport that says nothing for a loss', () => {
    const client = connect({ ...scriptedExchange(), transport: () => of() });
    const causes: unknown[] = [];
    client.error$.subscribe((error) => causes.push(error.message));
    client.state$.subscribe();

    expect(causes).toEqual(['The socket was closed.']);
    client.close();
  });

  it('takes whatever a transport of the user throws for a loss', () => {
    const client = connect({
      ...scriptedExchange(),
      transport: () => {
        throw new RangeError('out of range');
      },
    });
    const causes: unknown[] = [];
    client.error$.subscribe((error) => causes.push(error.message));
    client.state$.subscribe();

    expect(causes).toEqual(['The transport failed: out of range']);
    client.close();
  });

  it('hands out no socket before the login is accepted, and drops it when it is refused', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const refused = new AuthenticationFailed('refused', 'Invalid username or password');
      const client = connect(exchange, {
        authenticate: () => cold<never>('--#', undefined, refused),
        backoff: () => null,
      });

      expectObservable(client.socket$).toBe('--#', undefined, refused);
      flush();
      expect(exchange.open()).toBe(0);
    });
  });

  it('stops an opening, a login or a wait when it is closed, and leaves neither socket nor timer', () => {
    jest.useFakeTimers();
    try {
      const opening = scriptedExchange({ opens: false });
      const login = scriptedExchange();
      const waiting = scriptedExchange();
      const clients = [
        connect(opening),
        connect(login, { authenticate: () => NEVER }),
        connect(waiting, { backoff: () => 60_000 }),
      ];
      const seen = clients.map((client) => {
        const states: ConnectionState[] = [];
        client.state$.subscribe({
          next: (next) => states.push(next),
          complete: () => states.push({ _tag: 'Closed' }),
        });
        return states;
      });
      waiting.drop();
      for (const client of clients) {
        client.close();
        client.close();
      }

      expect(seen.map(tags)).toEqual([
        ['Connecting', 'Closed', 'Closed'],
        ['Connecting', 'Authenticating', 'Closed', 'Closed'],
        ['Connecting', 'Open', 'Waiting', 'Closed', 'Closed'],
      ]);
      expect([opening.open(), login.open(), waiting.open()]).toEqual([0, 0, 0]);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('stays closed: what is asked of it afterwards ends at once and opens nothing', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    client.close();
    const log: unknown[] = [];
    client.state$.subscribe({ next: ({ _tag }) => log.push(_tag), complete: () => log.push('complete') });
    client.socket$.subscribe({ complete: () => log.push('no socket') });
    client.frame$.subscribe({ complete: () => log.push('no frame') });

    expect(log).toEqual(['Closed', 'complete', 'no socket', 'no frame']);
    expect(exchange.sockets()).toBe(0);
  });

  it('ends the streams of a socket before it tells of the loss', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    const log: string[] = [];
    client.state$.subscribe(({ _tag }) => log.push(_tag));
    client.socket$.subscribe((socket) =>
      socket.frame$.subscribe({ complete: () => log.push('frames over') }),
    );

    exchange.drop();
    expect(log).toEqual(['Connecting', 'Open', 'frames over', 'Waiting']);

    client.close();
    expect(log).toEqual(['Connecting', 'Open', 'frames over', 'Waiting', 'Closed']);
  });

  it('tells everybody the states in one order, though a handler causes the next', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    const second: string[] = [];
    client.state$.subscribe(({ _tag }) => {
      if (_tag === 'Open') exchange.drop();
    });
    client.state$.subscribe(({ _tag }) => second.push(_tag));
    const third: string[] = [];
    client.state$.subscribe(({ _tag }) => third.push(_tag));

    expect(third).toEqual(second.slice(-1));
    client.close();

    const again = scriptedExchange({ opens: false });
    const other = connect(again);
    const states: string[] = [];
    other.state$.subscribe(({ _tag }) => {
      if (_tag === 'Open') again.drop();
    });
    other.state$.subscribe(({ _tag }) => states.push(_tag));
    again.accept();

    expect(states).toEqual(['Connecting', 'Open', 'Waiting']);
    other.close();
  });

  it('passes on the frames of one socket after another', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      const payload = '{}';

      cold('-a-d-------b').subscribe((step) =>
        step === 'd' ? exchange.drop() : exchange.push({ name: step, payload }),
      );

      const frame = (name: string) => ({ type: 3, sequence: 0, name, payload });
      expectObservable(client.frame$, '------------!').toBe('-a---------b', { a: frame('a'), b: frame('b') });
    });
  });

  it('leaves neither socket nor timer when it was given up, and tells every caller why', () => {
    jest.useFakeTimers();
    try {
      const exchange = scriptedExchange({ opens: false });
      const refused = new AuthenticationFailed('refused');
      const client = connect(exchange, {
        authenticate: () => throwError(() => refused),
        keepAlive: withKeepAlive({ interval: 10, timeout: 5 }),
      });
      const log: unknown[] = [];
      client.state$.subscribe({ next: ({ _tag }) => log.push(_tag), complete: () => log.push('no state') });
      client.error$.subscribe({ next: ({ _tag }) => log.push(_tag), complete: () => log.push('no error') });
      request$(client, Slow, {}).subscribe({ error: (error: unknown) => log.push((error as Error).cause) });
      exchange.accept();

      expect(log).toEqual([
        'Connecting',
        'Authenticating',
        'AuthenticationFailed',
        'Closed',
        refused,
        'no state',
        'no error',
      ]);
      expect([exchange.open(), jest.getTimerCount()]).toEqual([0, 0]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('tells who waited in vain why there was no connection', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({ opens: false });
      const client = connect(exchange, { backoff: () => 30 });
      const notFound = new TransportError('getaddrinfo ENOTFOUND');
      cold('--d').subscribe(() => exchange.drop('getaddrinfo ENOTFOUND'));

      const waiting = ' 20ms #';
      const opening = ' 50ms #';
      const unsent = (limit: number) => new RequestTimeout('Slow', false, limit, notFound);

      expectObservable(request$(client, Slow, {}, { timeout: 20 })).toBe(waiting, undefined, unsent(20));
      expectObservable(request$(client, Slow, {}, { timeout: 50 })).toBe(opening, undefined, unsent(50));
    });
  });

  it('gives up the present socket when asked to reconnect, tells who waited on it, and reports nothing', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange, { backoff: () => 60_000 });
      cold('------r').subscribe(() => client.reconnect());
      const values = {
        c: { _tag: 'Connecting', attempt: 0 },
        o: state('Open'),
        w: { _tag: 'Waiting', delay: 0, cause: hurried() },
        d: { _tag: 'Connecting', attempt: 1, cause: hurried() },
      };

      expectObservable(client.state$, '^-----------!').toBe('(co)--(wdo)', values);
      expectObservable(client.error$, '^-----------!').toBe('');
      expectObservable(request$(client, Slow, {})).toBe(
        '------#',
        undefined,
        new ConnectionLost('Slow', true, 'the connection was lost', hurried()),
      );
      flush();
      expect([exchange.sockets(), exchange.open()]).toEqual([2, 1]);
    });
  });

  it('gives up a socket that opens at once as well, when asked to by who hears of it', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange, { backoff: () => 60_000 });
      let isFirst = true;
      client[inner].opened$.subscribe(() => {
        if (isFirst) client.reconnect();
        isFirst = false;
      });
      cold('--a').subscribe(() => client.close());
      const values = { c: state('Connecting'), o: state('Open'), w: state('Waiting', { delay: 0 }) };

      expectObservable(client.state$, '^!').toBe('(cowco)', values);
      flush();
      expect([exchange.sockets(), exchange.open()]).toEqual([2, 0]);
    });
  });

  it('has told all who waited on a socket of its loss before it says that it is closed, also when it opens at once', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    const told: string[] = [];
    client[inner].opened$.subscribe((socket) => {
      socket.over$.subscribe({ complete: () => told.push('over') });
      client.close();
    });
    client.state$.subscribe(({ _tag }) => told.push(_tag));

    expect(told).toEqual(['Connecting', 'over', 'Closed']);
    expect(exchange.open()).toBe(0);
  });

  it('ends a wait when asked to reconnect, opens what was never used, and stays closed where it is closed', () => {
    marbles(({ cold, flush }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange, { backoff: () => 60_000 });
      client.reconnect();
      const sockets: number[] = [exchange.sockets()];
      exchange.drop();
      cold('-r-c-r').subscribe((act) => {
        if (act === 'r') client.reconnect();
        else client.close();
      });
      for (const at of [0, 2, 6])
        cold(`${'-'.repeat(at)}a`).subscribe(() => sockets.push(exchange.sockets()));

      flush();
      expect(sockets).toEqual([1, 1, 2, 2]);
      expect(exchange.open()).toBe(0);
    });
  });

  it('stays given up where it was given up, also when asked to reconnect', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange, {
      authenticate: () => throwError(() => new AuthenticationFailed('refused')),
    });
    client.state$.subscribe();
    client.reconnect();

    expect(exchange.sockets()).toBe(1);
  });

  describe('after a sleep', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());
    const sleep = (): unknown => jest.setSystemTime(Date.now() + 6_000);
    const asleep = () => {
      const exchange = scriptedExchange();
      const client = connect(exchange, { keepAlive: withKeepAlive({ interval: 1_000, timeout: 50 }) });
      const states: string[] = [];
      const sockets: unknown[] = [];
      client.state$.subscribe(({ _tag }) => states.push(_tag));
      client.socket$.subscribe((socket) => sockets.push(socket));
      sleep();
      const outcomes: unknown[] = [];
      for (const endpoint of [Slow, Command]) {
        request$(client, endpoint, {}).subscribe({
          next: (reply) => outcomes.push(reply),
          error: (error: unknown) => outcomes.push(error),
        });
      }
      return { exchange, client, states, sockets, outcomes };
    };

    it('probes the link before anything more is sent, and then sends it on the same socket', () => {
      const { exchange, client, states, sockets } = asleep();
      expect(exchange.names()).toEqual(['Ping']);
      expect([client.currentSocket(), client[inner].socketToUse()]).toEqual([sockets[0], undefined]);
      const opened: unknown[] = [];
      client[inner].opened$.subscribe((socket) => opened.push(socket));

      exchange.reply('Ping', { msg: 'PONG' });
      expect(exchange.names()).toEqual(['Ping', 'Slow', 'Command']);
      expect(states).toEqual(['Connecting', 'Open', 'Probing', 'Open']);
      expect([sockets.length, opened.length, exchange.sockets()]).toEqual([1, 0, 1]);
      client.close();
    });

    it('gives a link up that has not outlived it: a command fails unsent, a query waits for the next', () => {
      const { exchange, client, states, outcomes } = asleep();
      jest.advanceTimersByTime(50);

      expect(states.slice(2)).toEqual(['Probing', 'Waiting']);
      expect(outcomes).toEqual([
        new ConnectionLost(
          'Command',
          false,
          'the connection is lost at present',
          new TransportError(
            'The connection did not survive the sleep of the machine: nothing came within 50 ms of a ping.',
          ),
        ),
      ]);
      jest.advanceTimersByTime(5);
      expect(exchange.names()).toEqual(['Ping', 'Slow']);
      client.close();
    });

    it('looks once, and not at all where there is no keep-alive', () => {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      client.state$.subscribe();
      sleep();
      request$(client, Slow, {}).subscribe({ error: () => undefined });

      expect(exchange.names()).toEqual(['Slow']);
      client.close();
    });
  });

  it('has one socket at most, after any number of losses', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange, { backoff: () => 0, authenticate: (socket) => of(socket) });
    client.state$.subscribe();
    marbles(({ flush }) => {
      for (let loss = 0; loss < 50; loss++) {
        exchange.drop();
        flush();
      }
    });

    expect(exchange.sockets()).toBe(51);
    expect(exchange.open()).toBe(1);
    client.close();
    expect(exchange.open()).toBe(0);
  });

  it('tells of a loss once all who waited on the socket have heard of it, though one of them reconnects', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    const told: string[] = [];
    const reported: ClientError[] = [];
    client.error$.subscribe((error) => reported.push(error));
    client.state$.subscribe((now) => told.push(now._tag === 'Waiting' ? `Waiting ${now.delay}` : now._tag));
    const socket = client.currentSocket();
    socket?.over$.subscribe({
      complete: () => {
        told.push('first');
        client.reconnect();
      },
    });
    socket?.over$.subscribe({ complete: () => told.push('second') });
    exchange.drop();

    expect(told).toEqual(['Connecting', 'Open', 'first', 'second', 'Waiting 0']);
    expect(reported).toEqual([dropped]);
    client.close();
  });
});
