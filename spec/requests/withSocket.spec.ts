import { asyncScheduler } from 'rxjs';
import * as t from 'io-ts';
import { inner } from '../../src/connection/inner.ts';
import { call, endpoint } from '../../src/endpoint.ts';
import { RequestTimeout } from '../../src/errors.ts';
import { withSocket } from '../../src/requests/withSocket.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const add = call(endpoint({ name: 'Add', request: t.unknown, reply: t.string }), {});

describe('withSocket', () => {
  it('uses the open socket at once, or the next one, and tells since when the caller has been asking', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({ opens: false });
      const client = connect(exchange);
      const asked$ = withSocket<string>(client, add, client[inner], (subscriber, socket, askedAt) => {
        subscriber.next(`${asyncScheduler.now()} for ${askedAt}, ${socket.isOver() ? 'over' : 'open'}`);
      });
      cold('----a').subscribe(() => exchange.accept());

      expectObservable(asked$, '--^--!').toBe('----x', { x: '4 for 2, open' });
      expectObservable(asked$, '------^-!').toBe('------x', { x: '6 for 6, open' });
    });
  });

  it('errors when there is no socket in time, counted from when it is told', () => {
    marbles(({ expectObservable }) => {
      const client = connect(scriptedExchange({ opens: false }));
      const never$ = withSocket(client, add, client[inner], () => undefined, -90);

      expectObservable(never$).toBe('10ms #', undefined, new RequestTimeout('Add', false, 100));
    });
  });

  it('uses nothing when it was unsubscribed from before', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange({ opens: false });
      const client = connect(exchange);
      const use = jest.fn();
      cold('----a').subscribe(() => exchange.accept());

      expectObservable(withSocket(client, add, client[inner], use), '^--!').toBe('');
      flush();
      expect(use).not.toHaveBeenCalled();
    });
  });
});
