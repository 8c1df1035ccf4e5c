import { wishOf } from '../../examples/browser/page/orderForm.ts';

const form = (fields: Readonly<Record<string, string>>): FormData => {
  const data = new FormData();
  Object.entries(fields).forEach(([name, value]) => data.append(name, value));
  return data;
};

describe('wishOf', () => {
  it('reads a limit order, digit for digit', () => {
    const data = form({ side: 'Sell', type: 'Limit', price: ' 104300.10 ', quantity: '0.0100' });
    expect(wishOf(data)).toEqual({
      Side: 'Sell',
      OrderType: 'Limit',
      TimeInForce: 'GTC',
      Quantity: '0.0100',
      LimitPrice: '104300.10',
    });
  });

  it('leaves the price out of an order at market', () => {
    const data = form({ side: 'Buy', type: 'Market', price: '1', quantity: '2' });
    expect(wishOf(data)).toEqual({ Side: 'Buy', OrderType: 'Market', TimeInForce: 'IOC', Quantity: '2' });
  });
});
