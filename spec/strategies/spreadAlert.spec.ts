import { spreadAlert$ } from '../../examples/strategies/spreadAlert.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { level2Rows, type Resting } from '../support/level2Rows.ts';
import { marbles } from '../support/marbles.ts';

const limits = { InstrumentId: 1, wide: 100, narrow: 50 };
const bids: readonly Resting[] = [[995, 1]];

describe('spreadAlert$', () => {
  it('tells once that the spread is wide, and once that it is narrow again', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({ answer: () => level2Rows(bids, [[1_000, 1]]) });
      const client = connect(exchange);
      // The best ask moves from one price to another, while the best bid stays.
      const steps: Readonly<Record<string, readonly [from: number, to: number]>> = {
        a: [1_000, 1_003],
        b: [1_003, 1_005],
        c: [1_005, 1_008],
        d: [1_008, 1_002],
        e: [1_002, 999],
        f: [999, 1_001],
      };
      const moves = '   -a-b-c-d-e-f';
      const expected = '---w-----n---';
      cold(moves, steps).subscribe(([from, to]) =>
        exchange.push({
          name: 'Level2UpdateEvent',
          payload: level2Rows(
            [],
            [
              [to, 1],
              [from, 0],
            ],
          ),
        }),
      );
      expectObservable(spreadAlert$(client, limits), '15ms !').toBe(expected, {
        w: { isWide: true, basisPoints: 100 },
        n: { isWide: false, basisPoints: 40.12 },
      });
    });
  });

  it('says nothing of a book that is crossed, and judges what it is when it is not', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({ answer: () => level2Rows(bids, [[1_005, 1]]) });
      const client = connect(exchange);
      // A bid stands above the ask, then goes; then it moves below it.
      const moves = '   --a-b-c';
      const expected = 'w-----n';
      cold(moves, { a: [1_006, 1], b: [1_006, 0], c: [1_004, 1] } as const).subscribe((level) =>
        exchange.push({ name: 'Level2UpdateEvent', payload: level2Rows([level], []) }),
      );
      expectObservable(spreadAlert$(client, limits), '15ms !').toBe(expected, {
        w: { isWide: true, basisPoints: 100 },
        n: { isWide: false, basisPoints: 9.96 },
      });
    });
  });

  it('says nothing of a book that is not live, and judges the next one', () => {
    marbles(({ cold, expectObservable }) => {
      let asks: readonly Resting[] = [[1_000, 1]];
      const exchange = scriptedExchange({ answer: () => level2Rows(bids, asks) });
      const client = connect(exchange);
      cold('--d').subscribe(() => {
        asks = [];
        exchange.drop();
      });
      const expected = '-------w';
      expectObservable(spreadAlert$(client, limits), '15ms !').toBe(expected, {
        w: { isWide: true, basisPoints: Infinity },
      });
    });
  });
});
