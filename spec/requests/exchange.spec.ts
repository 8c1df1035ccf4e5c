import * as t from 'io-ts';
import { call, endpoint } from '../../src/endpoint.ts';
import { ConnectionLost, GatewayError, RequestTimeout } from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import { exchange } from '../../src/requests/exchange.ts';
import { marbles } from '../support/marbles.ts';
import { openedSocket } from '../support/openSocket.ts';

const add = call(endpoint({ name: 'Add', request: t.unknown, reply: t.number }), {});

describe('exchange', () => {
  it('sends with each subscription, emits its reply and completes', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { socket, terms, received, reply } = openedSocket();
      const sum$ = exchange(socket, add, terms);
      cold('---r').subscribe(() => reply(2, 'Add', 3));
      cold('-----r').subscribe(() => reply(4, 'Add', 4));

      expectObservable(sum$).toBe('---(r|)', { r: 3 });
      expectObservable(sum$, '-^').toBe('-----(r|)', { r: 4 });
      flush();
      expect(received.map(({ sequence }) => sequence)).toEqual([2, 4]);
    });
  });

  it('errors as the exchange refuses, at the time limit, and when the socket is over', () => {
    marbles(({ cold, expectObservable }) => {
      const { socket, terms, reply, lose } = openedSocket();
      cold('---r').subscribe(() => reply(2, 'Add', 'No', MessageType.Error));
      cold('120ms l').subscribe(() => lose());
      const refusal = { code: undefined, errormsg: 'No', detail: null };
      const lost = (sent: boolean) => new ConnectionLost('Add', sent, 'the connection was lost');

      expectObservable(exchange(socket, add, terms)).toBe(
        '---#',
        undefined,
        new GatewayError('Add', refusal),
      );
      expectObservable(exchange(socket, add, terms)).toBe(
        '100ms #',
        undefined,
        new RequestTimeout('Add', true, 100),
      );
      expectObservable(exchange(socket, add, terms), '50ms ^').toBe('120ms #', undefined, lost(true));
      expectObservable(exchange(socket, add, terms), '130ms ^').toBe('130ms #', undefined, lost(false));
    });
  });

  it('goes out as the type it is given', () => {
    const { socket, terms, received } = openedSocket();
    exchange(socket, add, terms, { type: MessageType.Unsubscribe }).subscribe().unsubscribe();

    expect(received.map(({ type }) => type)).toEqual([MessageType.Unsubscribe]);
  });
});
