import { instrumentId$ } from '../../src/market/instrument.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

describe('instrumentId$', () => {
  it('is the id that is given, without a question', () => {
    const exchange = scriptedExchange();
    const seen: number[] = [];
    instrumentId$(connect(exchange), { InstrumentId: 3 }, 'F').subscribe((id) => seen.push(id));
    expect([seen, exchange.names()]).toEqual([[3], []]);
  });

  it('waits for what may pass', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({
        answer: () => ({ result: false, errormsg: 'Server Error', errorcode: 102, detail: null }),
      });
      const client = connect(exchange);
      cold('--x').subscribe(() => exchange.script({ answer: () => [] }));

      expectObservable(instrumentId$(client, { Symbol: 'NONE' }, 'F')).toBe(
        '1s #',
        {},
        expect.objectContaining({ _tag: 'InvalidRequest', call: 'F' }) as unknown,
      );
      cold('2s c').subscribe(() => client.close());
    });
  });
});
