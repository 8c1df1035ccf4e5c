import { ConnectionLost, TransportError } from '../../src/errors.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import * as t from 'io-ts';
import { map, switchMap, take } from 'rxjs';
import { monotonicNow } from '../../src/clock.ts';
import type { Transport } from '../../src/transport/transport.ts';
import { endpoint } from '../../src/endpoint.ts';
import { request$ } from '../../src/requests/request.ts';
import { withKeepAlive } from '../../src/session/keepAlive.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { scriptedExchange, type ScriptedExchange } from '../../src/testing/scriptedExchange.ts';

const options = { interval: 10, timeout: 5 };
const Slow = endpoint({ name: 'Slow', request: t.type({}), reply: t.unknown });
const pong = ({ name }: Frame): unknown => (name === 'Ping' ? { msg: 'PONG' } : undefined);
const setUp = (answer: (request: Frame) => unknown) => {
  const exchange = scriptedExchange({ answer });
  return {
    exchange,
    client: connect(exchange, { keepAlive: withKeepAlive(options), requestTimeout: 1_000 }),
  };
};

describe('withKeepAlive', () => {
  it('pings after each interval of silence, as a request with a number of its own', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client } = setUp(pong);
      client.state$.subscribe();
      const log: number[] = [];
      for (const at of [9, 11, 19, 21, 31])
        cold(`${at}ms a`).subscribe(() => log.push(exchange.received.length));
      cold('35ms c').subscribe(() => client.close());

      flush();
      expect(log).toEqual([0, 1, 1, 2, 3]);
      expect(exchange.received[1]).toEqual({
        type: MessageType.Request,
        sequence: 4,
        name: 'Ping',
        payload: {},
      });
    });
  });

  it('takes any frame for a sign of life', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client } = setUp(pong);
      client.state$.subscribe();
      cold('8ms a 8ms a 8ms a').subscribe(() => exchange.push({ name: 'Some', payload: '{}' }));
      const log: number[] = [];
      for (const at of [35, 37]) cold(`${at}ms a`).subscribe(() => log.push(exchange.received.length));
      cold('38ms c').subscribe(() => client.close());

      flush();
      expect(log).toEqual([0, 1]);
    });
  });

  it('pings every five minutes however much comes in, as a login ends an hour after the last call', () => {
    marbles(({ cold, flush }) => {
      const exchange = scriptedExchange({ answer: pong });
      const keepAlive = withKeepAlive({ interval: 10_000, timeout: 5_000 });
      const client = connect(exchange, { keepAlive });
      client.state$.subscribe();
      cold('8s a '.repeat(77)).subscribe(() => exchange.push({ name: 'Some', payload: '{}' }));
      const log: number[] = [];
      for (const at of [299, 301, 599, 601])
        cold(`${at}s a`).subscribe(() => log.push(exchange.received.length));
      cold('623s c').subscribe(() => client.close());

      flush();
      expect(log).toEqual([0, 1, 1, 2]);
    });
  });

  it('lives on when the ping is answered by another frame, and does not ping too early after it', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client } = setUp(() => undefined);
      client.state$.subscribe();
      cold('14ms a').subscribe(() => exchange.push({ name: 'Some', payload: '{}' }));
      const log: [number, number][] = [];
      for (const at of [23, 25]) {
        cold(`${at}ms a`).subscribe(() => log.push([exchange.sockets(), exchange.received.length]));
      }
      cold('26ms c').subscribe(() => client.close());

      flush();
      expect(log).toEqual([
        [1, 1],
        [1, 2],
      ]);
    });
  });

  it('finds a half-open link within interval and limit, settles what waits on it, and opens another', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client } = setUp(() => undefined);
      const dead = new TransportError('The link is dead: nothing came for 10 ms, nor within 5 ms of a ping.');

      expectObservable(request$(client, Slow, {})).toBe(
        '15ms #',
        undefined,
        new ConnectionLost('Slow', true, 'the connection was lost', dead),
      );
      expectObservable(client.error$, '19ms !').toBe('15ms e', { e: dead });
      cold('16ms a').subscribe(() => expect(exchange.open()).toBe(0));
      cold('21ms c').subscribe(() => {
        expect(exchange.sockets()).toBe(2);
        client.close();
      });

      flush();
      expect(exchange.names()).toEqual(['Slow', 'Ping']);
    });
  });

  it('takes the bytes of a message that is still arriving for signs of life', () => {
    marbles(({ cold, flush }) => {
      const exchange = scriptedExchange();
      let heardAt = 0;
      const transport: Transport = (url) =>
        exchange.transport(url).pipe(map((wire) => ({ ...wire, heardAt: () => heardAt })));
      const client = connect(exchange, { transport, keepAlive: withKeepAlive(options) });
      client.state$.subscribe();
      cold('8ms b 8ms b 8ms b').subscribe(() => {
        heardAt = monotonicNow();
      });
      const open: [number, number][] = [];
      for (const at of [35, 37, 41, 43]) {
        cold(`${at}ms a`).subscribe(() => open.push([exchange.open(), exchange.received.length]));
      }
      cold('44ms c').subscribe(() => client.close());

      flush();
      expect(open).toEqual([
        [1, 0],
        [1, 1],
        [1, 1],
        [0, 1],
      ]);
    });
  });

  it('takes the bytes that come after a ping for an answer, though their message is not whole in time', () => {
    marbles(({ cold, flush }) => {
      const exchange = scriptedExchange();
      let heardAt = 0;
      const transport: Transport = (url) =>
        exchange.transport(url).pipe(map((wire) => ({ ...wire, heardAt: () => heardAt })));
      const client = connect(exchange, { transport, keepAlive: withKeepAlive(options) });
      client.state$.subscribe();
      // The ping goes out at 10; nothing whole has come by 15, nor anything after 12.
      cold('12ms b').subscribe(() => {
        heardAt = monotonicNow();
      });
      const seen: [number, number][] = [];
      for (const at of [11, 16, 23, 26, 28]) {
        cold(`${at}ms a`).subscribe(() => seen.push([exchange.received.length, exchange.open()]));
      }
      cold('29ms c').subscribe(() => client.close());

      flush();
      expect(seen).toEqual([
        [1, 1],
        [1, 1],
        [2, 1],
        [2, 1],
        [2, 0],
      ]);
    });
  });

  it('probes once when asked to, completes at the first sign of life, and gives the socket up where none comes', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const probeOf = (exchange: ScriptedExchange) => {
        const client = connect(exchange);
        return client.socket$.pipe(
          take(1),
          switchMap((socket) => withKeepAlive(options).probe(socket)),
        );
      };
      const alive = scriptedExchange();
      const dead = scriptedExchange();

      cold('          ---e').subscribe(() => alive.push({ name: 'Some', payload: '{}' }));
      const living = '---|';
      const lost = '  -----|';

      expectObservable(probeOf(alive)).toBe(living);
      expectObservable(probeOf(dead)).toBe(lost);
      expectObservable(probeOf(scriptedExchange({ answer: pong }))).toBe('|');
      flush();
      expect([alive.names(), dead.names(), dead.sockets()]).toEqual([['Ping'], ['Ping'], 2]);
    });
  });

  it('looks no more once the socket is over', () => {
    jest.useFakeTimers();
    try {
      const { exchange, client } = setUp(pong);
      client.state$.subscribe();
      client.close();

      expect(jest.getTimerCount()).toBe(0);
      expect(exchange.received).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });
});
