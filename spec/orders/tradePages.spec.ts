import { map, of, timer } from 'rxjs';
import type { OrderTrade } from '../../src/codec/records/OrderTrade.ts';
import { trades$, tradesPage, type Trades } from '../../src/orders/tradePages.ts';
import { marbles } from '../support/marbles.ts';
import { trade } from './support/order.ts';

const list = (length: number): readonly OrderTrade[] =>
  Array.from({ length }, (_, index) => trade({ TradeId: length - index }));
const idsIn = ({ rows }: Trades): readonly unknown[] => rows.map(({ TradeId }) => TradeId);

describe('trades$', () => {
  it('asks for page after page until one is not full', () => {
    marbles(({ expectObservable }) => {
      const all = list(2 * tradesPage + 1);
      const asked: number[] = [];
      const ask$ = (StartIndex: number) => {
        asked.push(StartIndex);
        return timer(5).pipe(map(() => all.slice(StartIndex, StartIndex + tradesPage)));
      };
      const told$ = trades$(ask$).pipe(map((trades) => [idsIn(trades).length, ...asked].join(' ')));
      expectObservable(told$).toBe('15ms (a|)', { a: '401 0 200 400' });
    });
  });

  it('asks no further than is wanted, and each fill is there once though the pages have moved meanwhile', () => {
    const first = list(tradesPage);
    const told: unknown[] = [];
    const isEnough = (rows: readonly OrderTrade[]): boolean => rows[0]?.TradeId === 190;
    trades$((StartIndex) => of(StartIndex === 0 ? first : list(190).concat(list(10))), isEnough).subscribe(
      (trades) => told.push(idsIn(trades).length),
    );
    expect(told).toEqual([tradesPage]);
  });

  it.each([
    ['in which nothing can be read', []],
    ['that it has read before, as of an exchange that does not page', list(tradesPage)],
  ])('ends with a page %s', (_what, page) => {
    let asked = 0;
    const ask$ = () => {
      asked += 1;
      return of(page);
    };
    trades$(ask$).subscribe();
    expect(asked).toBeLessThanOrEqual(2);
  });
});
