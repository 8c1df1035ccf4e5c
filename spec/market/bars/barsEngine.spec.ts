import { barsEngineOf } from '../../../src/market/bars/barsEngine.ts';
import { scriptedExchange } from '../../../src/testing/scriptedExchange.ts';
import { connect } from '../../support/connect.ts';

const params = { InstrumentId: 1, Interval: 60 };
const setUp = () => {
  const exchange = scriptedExchange({
    answer: ({ name }) =>
      name === 'SubscribeTicker' ? [[6_000_060_000, 5, 5, 5, 5, 1, 0, 0, 1, 6_000_000_000]] : [],
  });
  return { exchange, client: connect(exchange) };
};

describe('the engine of bars', () => {
  it('is one for each series of a connection', () => {
    const { client } = setUp();
    expect(barsEngineOf(client, params)).toBe(barsEngineOf(client, { ...params, OMSId: 1 }));
    expect(barsEngineOf(client, params)).not.toBe(barsEngineOf(client, { ...params, Interval: 300 }));
    client.close();
  });

  it('asks for what is wanted beyond the snapshot, in whole seconds of UTC', () => {
    const { exchange, client } = setUp();
    const engine = barsEngineOf(client, params);
    engine.want({ count: 1, from: 5_999_000_500 });
    const subscription = engine.kept$.subscribe();

    expect(exchange.received.at(-1)).toMatchObject({
      name: 'GetTickerHistory',
      payload: {
        InstrumentId: 1,
        Interval: 60,
        FromDate: '1970-03-11 10:23:20',
        ToDate: '1970-03-11 10:40:00',
      },
    });
    subscription.unsubscribe();
    client.close();
  });
});
