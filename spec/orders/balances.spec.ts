import { timer } from 'rxjs';
import { balances$, type Balances } from '../../src/orders/balances.ts';
import { marbles } from '../support/marbles.ts';
import { answering, session } from './support/scripted.ts';

const position = (Amount: number, Hold = 0) => ({
  OMSId: 1,
  AccountId: 7,
  ProductId: 1,
  ProductSymbol: 'BTC',
  Amount,
  Hold,
});

describe('balances$', () => {
  it('tells what there is of each product and what is available, and every change', () => {
    marbles(({ flush }) => {
      const { client, exchange } = session(answering({ GetAccountPositions: () => [position(3, 1)] }), 20);
      const told: Balances[] = [];
      balances$(client, { AccountId: 7 }).subscribe((balances) => told.push(balances));
      timer(5).subscribe(() => exchange.push({ name: 'AccountPositionEvent', payload: position(4) }));
      flush();
      const shown = told.map(({ status, byProduct }) => [
        status,
        byProduct.get(1)?.Amount,
        byProduct.get(1)?.available,
      ]);
      expect(shown).toEqual([
        ['live', 3, 2],
        ['live', 4, 4],
        ['restoring', 4, 4],
      ]);
    });
  });
});
