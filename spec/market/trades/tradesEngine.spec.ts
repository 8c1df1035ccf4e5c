import { tradesEngineOf } from '../../../src/market/trades/tradesEngine.ts';
import { scriptedExchange } from '../../../src/testing/scriptedExchange.ts';
import { connect } from '../../support/connect.ts';

describe('the engine of trades', () => {
  it('is one for each instrument of a connection, and asks the stream for the same count whatever is wanted', () => {
    const row = [7, 1, 0.5, 100, 7, 8, 1_700_000_000_000, 0, 1, 0, 0];
    const rows = Array.from({ length: 100 }, (_, index) => [100 + index, ...row.slice(1)]);
    const exchange = scriptedExchange({ answer: () => rows });
    const client = connect(exchange);
    const engine = tradesEngineOf(client, { InstrumentId: 1 });
    expect(tradesEngineOf(client, { InstrumentId: 1, OMSId: 1 })).toBe(engine);
    expect(tradesEngineOf(client, { InstrumentId: 2 })).not.toBe(engine);

    engine.want(500);
    const subscription = engine.kept$.subscribe();
    expect(exchange.received.map(({ name, payload }) => [name, payload])).toEqual([
      ['SubscribeTrades', { OMSId: 1, InstrumentId: 1, IncludeLastCount: 100 }],
      ['GetLastTrades', { OMSId: 1, InstrumentId: 1, Count: 500 }],
    ]);
    subscription.unsubscribe();
    client.close();
  });
});
