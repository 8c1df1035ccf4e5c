import { map } from 'rxjs';
import { openOrders$ } from '../../src/orders/openOrders.ts';
import { marbles } from '../support/marbles.ts';
import { session } from './support/scripted.ts';

describe('openOrders$', () => {
  it('tells what is open, the oldest first, and nothing of what else changes', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, pushFill, pushOrder } = session(undefined, 40);
      cold('----b-a-f-c').subscribe((letter) => {
        if (letter === 'f') pushFill({ OrderId: 9 });
        else if (letter === 'c') pushOrder({ OrderState: 'Canceled' });
        else pushOrder({ OrderId: letter === 'a' ? 1 : 2 });
      });
      const ids$ = openOrders$(client, { AccountId: 7 }).pipe(
        map(({ orders }) => orders.map(({ OrderId }) => OrderId).join(' ')),
      );
      const values = { n: '', b: '2', a: '1 2' };
      expectObservable(ids$, '15ms !').toBe('n---b-a---b', values);
      flush();
    });
  });
});
