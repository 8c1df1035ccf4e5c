import { map } from 'rxjs';
import { closed$ } from '../../src/connection/closed.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

describe('closed$', () => {
  it('emits when the connection is over for good, and not at a loss', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      cold('-d-c').subscribe((letter) => (letter === 'd' ? exchange.drop() : client.close()));
      const tag$ = closed$(client).pipe(map(({ _tag }) => _tag));
      expectObservable(tag$).toBe('---(c|)', { c: 'Closed' });
      expectObservable(tag$, '-----^').toBe('-----(c|)', { c: 'Closed' });
    });
  });
});
