import { vwap$ } from '../../examples/strategies/vwap.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const trade = (id: number, price: number, quantity: number) => [
  ...[id, 1, quantity, price, 7, 8, 1_700_000_000_000 + id, 0, 1, 0, 0],
];

describe('vwap$', () => {
  it('weighs the trades of the span by quantity, and forgets each when it is too old', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({ answer: () => [trade(1, 999, 9)] });
      const client = connect(exchange);
      const trades = '  --a--b';
      const expected = '--A--B------C--D-|';
      cold(trades, { a: trade(2, 100, 1), b: trade(3, 200, 3) }).subscribe((row) =>
        exchange.push({ name: 'TradeDataUpdateEvent', payload: [row] }),
      );
      cold('17ms c').subscribe(() => client.close());
      expectObservable(vwap$(client, 1, 10)).toBe(expected, {
        A: { price: 100, quantity: 1, isWhole: true },
        B: { price: 175, quantity: 4, isWhole: true },
        C: { price: 200, quantity: 3, isWhole: true },
        D: { quantity: 0, isWhole: true },
      });
    });
  });

  it('says that trades are missing, for as long as the gap is in the span', () => {
    marbles(({ cold, expectObservable }) => {
      let last = 1;
      const exchange = scriptedExchange({ answer: () => [trade(last, 100, 1)] });
      const client = connect(exchange);
      cold('--d').subscribe(() => {
        last = 5;
        exchange.drop();
      });
      cold('25ms c').subscribe(() => client.close());
      const expected = '-------(gt)------(hu)----|';
      expectObservable(vwap$(client, 1, 10)).toBe(expected, {
        g: { quantity: 0, isWhole: false },
        t: { price: 100, quantity: 1, isWhole: false },
        h: { price: 100, quantity: 1, isWhole: true },
        u: { quantity: 0, isWhole: true },
      });
    });
  });
});
