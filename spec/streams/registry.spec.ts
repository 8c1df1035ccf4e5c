import { registryOf } from '../../src/streams/registry.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

describe('registryOf', () => {
  it('is one for a connection and all its copies', () => {
    const client = connect(scriptedExchange());
    expect(registryOf({ ...client })).toBe(registryOf(client));
    client.close();
  });

  it('tells the socket to ask on, when there is none, and completes with the connection', () => {
    marbles(({ cold, flush }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      const log: unknown[] = [];
      registryOf(client).socket$.subscribe({
        next: (socket) => log.push(socket === undefined ? 'none' : 'one'),
        complete: () => log.push('end'),
      });
      cold('-(d|)').subscribe(() => exchange.drop());
      cold('----------(c|)').subscribe(() => client.close());
      flush();
      expect(log).toEqual(['one', 'none', 'one', 'none', 'end']);
    });
  });
});
