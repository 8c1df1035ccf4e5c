import * as t from 'io-ts';
import type { Inner } from '../../src/connection/inner.ts';
import { inner } from '../../src/connection/inner.ts';
import { call, endpoint } from '../../src/endpoint.ts';
import { leave, left$ } from '../../src/streams/leave.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const Unsubscribe = endpoint({
  name: 'UnsubscribeQuotes',
  request: t.type({ Id: t.number }),
  reply: t.unknown,
});

const setUp = () => {
  const exchange = scriptedExchange();
  const client = connect(exchange, { requestTimeout: 30_000 });
  client.state$.subscribe();
  const tools: Inner = client[inner];
  const socket = tools.currentSocket();
  if (socket === undefined) throw new Error('it opens at once');
  return { exchange, client, tools, socket };
};

describe('leave', () => {
  it('sends each unsubscribe of a group at once, and each once', () => {
    marbles(() => {
      const { exchange, client, tools, socket } = setUp();
      leave(tools, socket, 'a', [
        call(Unsubscribe, { Id: 1 }),
        call(Unsubscribe, { Id: 1 }),
        call(Unsubscribe, { Id: 2 }),
      ]);
      leave(tools, socket, 'b', []);
      expect(exchange.received.map(({ payload }) => payload)).toEqual([{ Id: 1 }, { Id: 2 }]);
      client.close();
    });
  });
});

describe('left$', () => {
  it('completes at once where nothing is under way', () => {
    marbles(({ expectObservable }) => {
      const { client, socket } = setUp();
      expectObservable(left$(socket, 'a')).toBe('|');
      client.close();
    });
  });

  it('completes with the answer', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, client, tools, socket } = setUp();
      leave(tools, socket, 'a', [call(Unsubscribe, { Id: 1 })]);
      cold('----(r|)').subscribe(() => exchange.reply('UnsubscribeQuotes', { result: true }));
      expectObservable(left$(socket, 'a')).toBe('----|');
      cold('5s (c|)').subscribe(() => client.close());
    });
  });

  it('completes after a second where there is no answer', () => {
    marbles(({ cold, expectObservable }) => {
      const { client, tools, socket } = setUp();
      leave(tools, socket, 'a', [call(Unsubscribe, { Id: 1 })]);
      cold('5s (c|)').subscribe(() => client.close());
      expectObservable(left$(socket, 'a')).toBe('1s |');
    });
  });
});
