import * as t from 'io-ts';
import { NEVER, of } from 'rxjs';
import { inner, type Terms } from '../../src/connection/inner.ts';
import { call, endpoint } from '../../src/endpoint.ts';
import { ConnectionLost, RequestTimeout } from '../../src/errors.ts';
import { heldExchange } from '../../src/requests/heldExchange.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const add = call(endpoint({ name: 'Add', request: t.unknown, reply: t.number }), {});

const setUp = (pace?: { readonly perSecond: number }) => {
  const exchange = scriptedExchange({ answer: () => 3 });
  const client = connect(exchange, pace && { pace });
  const sockets: Parameters<typeof heldExchange>[0][] = [];
  client.socket$.subscribe((socket) => sockets.push(socket));
  const [socket] = sockets;
  if (socket === undefined) throw new Error('no socket');
  const terms: Terms = client[inner];
  return { exchange, ask$: heldExchange(socket, add, terms) };
};

describe('heldExchange', () => {
  it('asks at once where there is no pace, or room', () => {
    marbles(({ expectObservable }) => {
      expectObservable(setUp().ask$).toBe('(r|)', { r: 3 });
      expectObservable(setUp({ perSecond: 1 }).ask$).toBe('(r|)', { r: 3 });
    });
  });

  it('asks once there is room', () => {
    marbles(({ expectObservable }) => {
      const { ask$ } = setUp({ perSecond: 20 });
      expectObservable(ask$).toBe('(r|)', { r: 3 });
      expectObservable(ask$).toBe('50ms (r|)', { r: 3 });
    });
  });

  it('errors unsent at the time limit, and as soon as the socket is over', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, ask$ } = setUp({ perSecond: 1 });
      expectObservable(ask$).toBe('(r|)', { r: 3 });
      const late = new RequestTimeout('Add', false, 100, undefined, "the client's pace left no room for it");
      expectObservable(ask$).toBe('100ms #', undefined, late);
      cold('200ms d').subscribe(() => exchange.drop());
      expectObservable(ask$, '150ms ^').toBe('200ms #', undefined, expect.any(ConnectionLost));
      flush();
      expect(exchange.names()).toEqual(['Add']);
    });
  });

  it('leaves the queue when it is unsubscribed from', () => {
    marbles(({ expectObservable, flush }) => {
      const { exchange, ask$ } = setUp({ perSecond: 20 });
      expectObservable(ask$).toBe('(r|)', { r: 3 });
      expectObservable(ask$, '^--!').toBe('');
      flush();
      expect(exchange.names()).toEqual(['Add']);
    });
  });

  it('waits no longer for a room that never comes than its socket lives', () => {
    const over = { over$: of(), isOver: () => true, nextSequence: () => 2, cause: () => undefined };
    const socket = {
      ...over,
      awaitReply: (_: number, tell: (reply: undefined) => void) => (tell(undefined), () => undefined),
    };
    marbles(({ expectObservable }) => {
      const client = connect(scriptedExchange());
      const pacer = {
        hasRoom: () => false,
        room$: () => NEVER,
        count: () => undefined,
        heed: () => undefined,
      };
      const ask$ = heldExchange(socket as never, add, { ...client[inner], pacer });
      expectObservable(ask$).toBe(
        '#',
        undefined,
        new ConnectionLost('Add', false, 'the connection was lost'),
      );
    });
  });
});
