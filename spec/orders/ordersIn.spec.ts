import { ordersIn, sendsOrders } from '../../src/orders/ordersIn.ts';
import { bid } from './support/scripted.ts';

describe('sendsOrders', () => {
  it('is true of all that puts something into a market, and of nothing that takes it out', () => {
    const calls = ['SendOrder', 'CancelReplaceOrder', 'SendOrderList', 'SendCancelReplaceList'];
    const others = ['CreateQuote', 'UpdateQuote', 'SendMarginQuote', 'SubmitBlockTrade'];
    expect([...calls, ...others].every(sendsOrders)).toBe(true);
    expect(['CancelOrder', 'CancelQuote', 'SendCancelList', 'ModifyOrder', 'Ping'].some(sendsOrders)).toBe(
      false,
    );
  });
});

describe('ordersIn', () => {
  it('are the one order, or those of a list', () => {
    expect(ordersIn('SendOrder', bid)).toEqual([bid]);
    expect(ordersIn('SendCancelReplaceList', [bid, bid])).toEqual([bid, bid]);
  });

  it('are none of what is no order, and of what is not written yet', () => {
    expect([
      ordersIn('CancelOrder', bid),
      ordersIn('CreateQuote', bid),
      ordersIn('SendOrder', undefined),
    ]).toEqual([[], [], []]);
    expect(ordersIn('SendOrderList', { odd: true })).toEqual([]);
  });
});
