import { instrumentId$, instrumentKey } from '../../src/market/instrument.ts';
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

  it('is what the symbol stands for on the present socket, asked for there once', () => {
    marbles(({ cold, expectObservable, flush }) => {
      let id = 3;
      const exchange = scriptedExchange({ answer: () => [{ InstrumentId: id, Symbol: 'AB' }] });
      const client = connect(exchange);
      const id$ = instrumentId$(client, { Symbol: 'AB' }, 'F');
      cold('----d').subscribe(() => {
        id = 8;
        exchange.drop();
      });

      expectObservable(id$).toBe('                (x|)', { x: 3 });
      expectObservable(id$, '--^').toBe('         --(x|)', { x: 3 });
      expectObservable(id$, '---------------^').toBe('---------------(x|)', { x: 8 });
      cold('20ms c').subscribe(() => client.close());
      flush();
      expect(exchange.names()).toEqual(['GetInstruments', 'GetInstruments']);
    });
  });
});

describe('instrumentKey', () => {
  it('tells instruments apart as they are named', () => {
    const keys = [{ InstrumentId: 1 }, { InstrumentId: 1, OMSId: 2 }, { Symbol: '1' }, { Symbol: 'AB' }];
    expect(new Set(keys.map(instrumentKey)).size).toBe(4);
    expect(instrumentKey({ InstrumentId: 1, OMSId: 1 })).toBe(instrumentKey({ InstrumentId: 1 }));
  });
});
