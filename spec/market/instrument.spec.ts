import { isClientError } from '../../src/errors.ts';
import { instrumentId$, instrumentIds$, instrumentKey } from '../../src/market/instrument.ts';
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

describe('instrumentIds$', () => {
  const refused = { result: false, errormsg: 'not now', errorcode: 102, detail: null };

  it('is the id on one socket after another, where it is another than before', () => {
    marbles(({ cold, expectObservable, flush }) => {
      let id = 3;
      const exchange = scriptedExchange({ answer: () => [{ InstrumentId: id, Symbol: 'AB' }] });
      const client = connect(exchange, { backoff: () => 1 });
      cold('-----a----b----c').subscribe((act) => {
        if (act === 'b') id = 8;
        if (act === 'c') client.close();
        else exchange.drop();
      });
      const id$ = instrumentIds$(client, { Symbol: 'AB' }, 'F');

      expectObservable(id$).toBe('x----------y---|', { x: 3, y: 8 });
      expectObservable(instrumentIds$(client, { InstrumentId: 4 }, 'F')).toBe('(x|)', { x: 4 });
      flush();
    });
  });

  it('asks the next socket where one is lost in the midst of the question, and again where it may be answered yet', () => {
    marbles(({ cold, expectObservable, flush }) => {
      let answer: unknown;
      const errors: unknown[] = [];
      const exchange = scriptedExchange({ answer: () => answer });
      const client = connect(exchange, { backoff: () => 1 });
      client.error$.subscribe((error) => errors.push(error));
      cold('--d').subscribe(() => {
        answer = refused;
        exchange.drop();
      });
      cold('100ms w').subscribe(() => (answer = [{ InstrumentId: 3, Symbol: 'AB' }]));

      expectObservable(instrumentIds$(client, { Symbol: 'AB' }, 'F'), '^ 900ms !').toBe('503ms x', { x: 3 });
      flush();
      expect(errors).toMatchObject([{ _tag: 'TransportError' }, { _tag: 'GatewayError', code: 102 }]);
      client.close();
    });
  });

  it('errors where there is no such symbol, and where the connection is given up before there was an answer', () => {
    const tags: unknown[] = [];
    const follow = (exchange: ReturnType<typeof scriptedExchange>) => {
      instrumentIds$(connect(exchange, { backoff: () => null }), { Symbol: 'AB' }, 'F').subscribe({
        error: (error: unknown) => tags.push(isClientError(error) && error._tag),
        complete: () => tags.push('complete'),
      });
      return exchange;
    };
    follow(scriptedExchange({ answer: () => [] }));
    follow(scriptedExchange()).drop();
    follow(scriptedExchange({ answer: () => [{ InstrumentId: 3, Symbol: 'AB' }] })).drop();
    expect(tags).toEqual(['InvalidRequest', 'TransportError', 'complete']);
  });
});

describe('instrumentKey', () => {
  it('tells instruments apart as they are named', () => {
    const keys = [{ InstrumentId: 1 }, { InstrumentId: 1, OMSId: 2 }, { Symbol: '1' }, { Symbol: 'AB' }];
    expect(new Set(keys.map(instrumentKey)).size).toBe(4);
    expect(instrumentKey({ InstrumentId: 1, OMSId: 1 })).toBe(instrumentKey({ InstrumentId: 1 }));
  });
});
