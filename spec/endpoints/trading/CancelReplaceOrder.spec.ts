import {
  CancelReplaceOrder,
  type CancelReplaceOrderRequest,
} from '../../../src/endpoints/trading/CancelReplaceOrder.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const common = {
  OrderIdToReplace: 6696,
  AccountId: 7,
  InstrumentId: 1,
  Side: 'Sell',
  TimeInForce: 'GTC',
  Quantity: '0.10',
} as const;
const limit = { ...common, OrderType: 'Limit', LimitPrice: '29000.00' } as const;
const start = '{"OMSId":1,"OrderIdToReplace":6696,"AccountId":7,"InstrumentId":1,"Side":1,"TimeInForce":1,';

describe('CancelReplaceOrder', () => {
  it.each<readonly [string, CancelReplaceOrderRequest, string]>([
    ['a limit order', limit, '"OrderType":2,"Quantity":"0.10","LimitPrice":"29000.00"}'],
    [
      'a limit order that shows a part',
      { ...limit, UseDisplayQuantity: true, DisplayQuantity: 1 },
      '"OrderType":2,"Quantity":"0.10","LimitPrice":"29000.00","UseDisplayQuantity":true,"DisplayQuantity":1}',
    ],
    [
      'a market order',
      { ...common, OrderType: 'Market', Value: 5 },
      '"OrderType":1,"Quantity":"0.10","Value":5}',
    ],
    [
      'a stop order on the last trade',
      { ...common, OrderType: 3, StopPrice: 2 },
      '"OrderType":3,"Quantity":"0.10","StopPrice":2}',
    ],
    [
      'a stop limit order',
      { ...common, OrderType: 'StopLimit', StopPrice: 2, LimitPrice: 3, PegPriceType: 'Bid' },
      '"OrderType":4,"Quantity":"0.10","LimitPrice":3,"StopPrice":2,"PegPriceType":2}',
    ],
    [
      'a trailing stop order',
      { ...common, OrderType: 'TrailingStopMarket', TrailingAmount: 5, ReferencePrice: 4 },
      '"OrderType":5,"Quantity":"0.10","TrailingAmount":5,"ReferencePrice":4}',
    ],
    [
      'a trailing stop limit order',
      { ...common, OrderType: 6, TrailingAmount: 5, LimitOffset: 1, PegPriceType: 'Ask' },
      '"OrderType":6,"Quantity":"0.10","TrailingAmount":5,"LimitOffset":1,"PegPriceType":3}',
    ],
  ])('sends %s', (_what, params, rest) => {
    expect(sent(CancelReplaceOrder, params)).toBe(start + rest);
  });

  it('sends an id of the own in either spelling, and none of 2^53 and more as a number', () => {
    expect(sent(CancelReplaceOrder, { ...limit, ClientOrderId: 5, ClientOrdId: 5 })).toMatch(
      /"ClientOrderId":5,.*"ClientOrdId":5/,
    );
    expect(sent(CancelReplaceOrder, { ...limit, ClientOrdId: 2n ** 60n })).toContain(
      '"ClientOrdId":1152921504606846976',
    );
    expect(sentAnyway(CancelReplaceOrder, { ...limit, ClientOrdId: 2 ** 60 })).toMatch(
      /ClientOrdId should be/,
    );
  });

  it.each([
    [
      'no order to replace',
      { ...limit, OrderIdToReplace: undefined },
      'OrderIdToReplace should be an integer (a bigint above 2^53) but is undefined',
    ],
    [
      'no limit price',
      { ...limit, LimitPrice: undefined },
      'LimitPrice should be a decimal number, or one as text such as "0.10" but is undefined',
    ],
    [
      'the key of the list call',
      { ...limit, ReplaceOrderId: 1 },
      'ReplaceOrderId should be left out, as there is no such field, but is 1',
    ],
    [
      'a hidden part without the shown one',
      { ...limit, UseDisplayQuantity: true },
      'DisplayQuantity should be a decimal number, or one as text such as "0.10" but is undefined',
    ],
    [
      'a value in place of a quantity',
      { ...common, OrderType: 'Market', Quantity: undefined, Value: 1 },
      'Quantity should be a decimal number, or one as text such as "0.10" but is undefined',
    ],
  ])('refuses %s', (_what, params, problem) => {
    expect(sentAnyway(CancelReplaceOrder, params)).toBe(
      `CancelReplaceOrder was not sent: ${problem}. Correct the call.`,
    );
  });

  it('has a type that demands what the order type needs', () => {
    // @ts-expect-error A limit order has a limit price.
    sent(CancelReplaceOrder, { ...common, OrderType: 'Limit' });
    // @ts-expect-error A stop order has a stop price.
    sent(CancelReplaceOrder, { ...common, OrderType: 'StopMarket' });
    // @ts-expect-error What is hidden needs to be told from what is shown.
    sent(CancelReplaceOrder, { ...limit, UseDisplayQuantity: true });
    expect(CancelReplaceOrder.isCommand).toBe(true);
  });

  it('reads the four ids exactly, whatever the case of their keys', () => {
    const text =
      '{"replacementOrderId":9007199254740993,"replacementClOrdId":0,"origOrderId":6696,"OrigClOrdId":5}';
    expect(received(CancelReplaceOrder, text)).toEqual({
      ReplacementOrderId: 9007199254740993n,
      ReplacementClOrdId: 0,
      OrigOrderId: 6696,
      OrigClOrdId: 5,
    });
    expect(
      received(CancelReplaceOrder, '{"ReplacementOrderId":1,"ReplacementClOrdId":0,"OrigClOrdId":0}'),
    ).toBe(
      "CancelReplaceOrder: the exchange's payload was not understood: OrigOrderId should be an integer, read exactly but is undefined.",
    );
  });

  it.each([
    ['{"result":false,"errormsg":"Resource Not Found","errorcode":104}', 'Resource Not Found (code 104)'],
    // It names no order, so it cannot be handed on as the reply.
    ['{"result":false,"errormsg":"Operation In Process","errorcode":107}', 'Operation In Process (code 107)'],
  ])('is an error where the exchange answers %s', (text, problem) => {
    expect(received(CancelReplaceOrder, text)).toBe(`CancelReplaceOrder was refused: ${problem}`);
  });
});
