import { expectTypeOf } from 'expect-type';
import {
  SendOrder,
  type SendOrderReply,
  type SendOrderRequest,
} from '../../../src/endpoints/trading/SendOrder.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const common = { AccountId: 7, InstrumentId: 1, Side: 'Buy', TimeInForce: 'GTC' } as const;
const limit = { ...common, OrderType: 'Limit', Quantity: '0.10', LimitPrice: '29000.00' } as const;
const start = '{"OMSId":1,"AccountId":7,"InstrumentId":1,"Side":0,"TimeInForce":1,';

describe('SendOrder', () => {
  it.each<readonly [string, SendOrderRequest, string]>([
    ['a limit order', limit, '"OrderType":2,"Quantity":"0.10","LimitPrice":"29000.00"}'],
    [
      'a limit order that shows a part',
      { ...limit, UseDisplayQuantity: true, DisplayQuantity: 1, PostOnly: true },
      '"OrderType":2,"Quantity":"0.10","LimitPrice":"29000.00","UseDisplayQuantity":true,"DisplayQuantity":1,"PostOnly":true}',
    ],
    [
      'a market order by quantity',
      { ...common, OrderType: 1, Quantity: 1e-8 },
      '"OrderType":1,"Quantity":"0.00000001"}',
    ],
    ['a market order by value', { ...common, OrderType: 'Market', Value: 100 }, '"OrderType":1,"Value":100}'],
    [
      'a stop order',
      { ...common, OrderType: 'StopMarket', Quantity: 1, StopPrice: 2, PegPriceType: 'Last' },
      '"OrderType":3,"Quantity":1,"StopPrice":2,"PegPriceType":1}',
    ],
    [
      'a stop limit order',
      { ...common, OrderType: 'StopLimit', Quantity: 1, StopPrice: 2, LimitPrice: 3, PegPriceType: 'Bid' },
      '"OrderType":4,"Quantity":1,"LimitPrice":3,"StopPrice":2,"PegPriceType":2}',
    ],
    [
      'a trailing stop order',
      { ...common, OrderType: 'TrailingStopMarket', Quantity: 1, TrailingAmount: 5, PegPriceType: 3 },
      '"OrderType":5,"Quantity":1,"TrailingAmount":5,"PegPriceType":3}',
    ],
    [
      'a trailing stop limit order',
      { ...common, OrderType: 6, Quantity: 1, TrailingAmount: 5, LimitOffset: 1, PegPriceType: 'Ask' },
      '"OrderType":6,"Quantity":1,"TrailingAmount":5,"LimitOffset":1,"PegPriceType":3}',
    ],
  ])('sends %s', (_what, params, rest) => {
    expect(sent(SendOrder, params)).toBe(start + rest);
  });

  it('sends client order ids of 64 bits digit for digit', () => {
    expect(sent(SendOrder, { ...limit, ClientOrderId: 9007199254740993n })).toContain(
      '"ClientOrderId":9007199254740993',
    );
  });

  it.each([
    [
      'no limit price',
      { ...limit, LimitPrice: undefined },
      'LimitPrice should be a decimal number, or one as text such as "0.10" but is undefined',
    ],
    [
      'a misspelt field',
      { ...limit, Postonly: true },
      'Postonly should be left out, as there is no such field, but is true',
    ],
    [
      'a stop price on a limit order',
      { ...limit, StopPrice: 1 },
      'StopPrice should be left out, as there is no such field, but is 1',
    ],
    [
      'a hidden part without the shown one',
      { ...limit, UseDisplayQuantity: true },
      'DisplayQuantity should be a decimal number, or one as text such as "0.10" but is undefined',
    ],
    [
      'quantity and value',
      { ...common, OrderType: 'Market', Quantity: 1, Value: 1 },
      'Quantity should be left out, as a value is given, but is 1',
    ],
    [
      'neither of them',
      { ...common, OrderType: 'Market' },
      'Quantity should be a decimal number, or one as text such as "0.10" but is undefined',
    ],
    [
      'no stop price',
      { ...common, OrderType: 'StopMarket', Quantity: 1, PegPriceType: 1 },
      'StopPrice should be a decimal number, or one as text such as "0.10" but is undefined',
    ],
    [
      'a block trade',
      { ...limit, OrderType: 'BlockTrade' },
      'OrderType should be one of Market, Limit, StopMarket, StopLimit, TrailingStopMarket, TrailingStopLimit but is "BlockTrade"',
    ],
    ['a reserved side', { ...limit, Side: 'Short' }, 'Side should be one of Buy, Sell but is "Short"'],
    [
      'a quantity that is no number',
      { ...limit, Quantity: NaN },
      'Quantity should be a decimal number, or one as text such as "0.10" but is NaN',
    ],
    [
      'no parameters',
      undefined,
      'OrderType should be one of Market, Limit, StopMarket, StopLimit, TrailingStopMarket, TrailingStopLimit but is undefined',
    ],
  ])('refuses %s', (_what, params, problem) => {
    expect(sentAnyway(SendOrder, params)).toBe(`SendOrder was not sent: ${problem}. Correct the call.`);
  });

  it('has a type that demands what the order type needs', () => {
    sent(SendOrder, limit);
    // @ts-expect-error A limit order has a limit price.
    sent(SendOrder, { ...common, OrderType: 'Limit', Quantity: 1 });
    // @ts-expect-error A limit order has no stop price.
    sent(SendOrder, { ...common, OrderType: 'Limit', Quantity: 1, LimitPrice: 1, StopPrice: 1 });
    // @ts-expect-error A stop order has a stop price.
    sent(SendOrder, { ...common, OrderType: 'StopMarket', Quantity: 1, PegPriceType: 'Last' });
    // @ts-expect-error A market order has a quantity or a value, not both.
    sent(SendOrder, { ...common, OrderType: 'Market', Quantity: 1, Value: 1 });
    // @ts-expect-error What is hidden needs to be told from what is shown.
    sent(SendOrder, { ...common, OrderType: 'Limit', Quantity: 1, LimitPrice: 1, UseDisplayQuantity: true });
    // @ts-expect-error Block trades are sent in another way.
    sent(SendOrder, { ...common, OrderType: 'BlockTrade', Quantity: 1, LimitPrice: 1 });
    expectTypeOf<typeof limit>().toExtend<SendOrderRequest>();
    expect(SendOrder.isCommand).toBe(true);
  });

  it('reads a rejection as a value', () => {
    const reply = '{"status":"Rejected","errormsg":"Not_Enough_Funds","errorcode":101}';
    expect(received(SendOrder, reply)).toEqual({
      status: 'Rejected',
      errormsg: 'Not_Enough_Funds',
      errorcode: 101,
    });
    expect(received(SendOrder, '{"status":"Rejected","errormsg":null}')).toEqual({
      status: 'Rejected',
      errormsg: '',
    });
  });

  it('reads the id of an accepted order exactly', () => {
    expect(received(SendOrder, '{"status":"Accepted","errormsg":"","OrderId":9007199254740993}')).toEqual({
      status: 'Accepted',
      errormsg: '',
      OrderId: 9007199254740993n,
    });
  });

  it('is an error where the exchange would not look at the order', () => {
    expect(
      received(SendOrder, '{"result":false,"errormsg":"Not Authorized","errorcode":20,"detail":null}'),
    ).toBe('SendOrder was refused: Not Authorized (code 20)');
    expect(received(SendOrder, '{"status":"Accepted"}')).toMatch(
      /OrderId should be an integer, read exactly but is undefined/,
    );
  });

  it('tells the two replies apart by their status', () => {
    type Accepted = Extract<SendOrderReply, { status: 'Accepted' }>;
    expectTypeOf<Accepted['OrderId']>().toEqualTypeOf<number | bigint>();
    type Rejected = Extract<SendOrderReply, { status: 'Rejected' }>;
    expectTypeOf<Rejected['errormsg']>().toEqualTypeOf<string>();
    expectTypeOf<Rejected>().not.toHaveProperty('OrderId');
  });
});
