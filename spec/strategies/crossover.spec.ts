import { crossover$, standing } from '../../examples/strategies/crossover.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const minute = 60_000;
const start = 1_700_000_040_000;
const row = (at: number, close: number) => [
  ...[start + (at + 1) * minute, close, close, close, close, 1, close, close, 1, start + at * minute],
];
const averages = { InstrumentId: 1, Interval: 60, fast: 2, slow: 4 };

describe('standing', () => {
  it.each([
    ['buys above', [1, 1, 1, 5], 'Buy'],
    ['sells below', [5, 5, 5, 1], 'Sell'],
    ['is neither where they are equal', [3, 3, 3, 3], undefined],
    ['is neither with too few candles', [1, 2, 3], undefined],
  ])('%s', (_name, closes, expected) => {
    expect(standing(closes, averages)).toBe(expected);
  });
});

describe('crossover$', () => {
  it('signals a crossing when its candle is final, and not how the averages stand at first', () => {
    marbles(({ cold, expectObservable }) => {
      const falling = [9, 8, 7, 6, 5].map((close, at) => row(at, close));
      const exchange = scriptedExchange({ answer: () => falling });
      const client = connect(exchange);
      // The candle in progress rises, which is no crossing before the next one comes; then it falls again.
      const candles = ' -a-b-c-d-e-f';
      const expected = '-------B---S';
      cold(candles, {
        a: row(4, 20),
        b: row(4, 5),
        c: row(5, 20),
        d: row(6, 21),
        e: row(7, 1),
        f: row(8, 1),
      }).subscribe((candle) => exchange.push({ name: 'TickerDataUpdateEvent', payload: [candle] }));
      expectObservable(crossover$(client, averages), '20ms !').toBe(expected, { B: 'Buy', S: 'Sell' });
    });
  });
});
