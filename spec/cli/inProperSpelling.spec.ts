import { inProperSpelling } from '../../src/cli/inProperSpelling.ts';
import { GetInstrument } from '../../src/endpoints/instrument/GetInstrument.ts';
import { CancelOrder } from '../../src/endpoints/trading/CancelOrder.ts';
import { SendCancelList } from '../../src/endpoints/trading/SendCancelList.ts';
import { SendOrder } from '../../src/endpoints/trading/SendOrder.ts';

describe('inProperSpelling', () => {
  it('spells keys as the codec does, and leaves those that it does not know', () => {
    expect(inProperSpelling(GetInstrument.request, { omsid: 1, INSTRUMENTID: 2, Other: 3 })).toEqual({
      ...{ OMSId: 1, InstrumentId: 2, Other: 3 },
    });
  });

  it('prefers a key that is spelt right', () => {
    expect(inProperSpelling(GetInstrument.request, { InstrumentId: 1, instrumentId: 2 })).toEqual({
      InstrumentId: 1,
    });
  });

  it('finds the way in which a request is written by keys in any case', () => {
    const order = {
      instrumentId: 1,
      accountId: 7,
      timeInForce: 1,
      side: 0,
      orderType: 2,
      quantity: 1,
      limitPrice: 2,
    };
    expect(Object.keys(inProperSpelling(SendOrder.request, order) as object).sort()).toEqual([
      'AccountId',
      'InstrumentId',
      'LimitPrice',
      'OrderType',
      'Quantity',
      'Side',
      'TimeInForce',
    ]);
    expect(inProperSpelling(CancelOrder.request, { orderid: 5 })).toEqual({ OrderId: 5 });
  });

  it('goes into lists', () => {
    expect(inProperSpelling(SendCancelList.request, [{ orderId: 5 }])).toEqual([{ OrderId: 5 }]);
  });

  it.each([[null], ['text'], [5], [[1]]])('leaves what is no object: %j', (value) => {
    expect(inProperSpelling(GetInstrument.request, value)).toEqual(value);
  });
});
