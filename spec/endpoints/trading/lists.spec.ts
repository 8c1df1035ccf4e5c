import type { StandardResponse } from '../../../src/codec/records/StandardResponse.ts';
import type { Endpoint } from '../../../src/endpoint.ts';
import { SendCancelList } from '../../../src/endpoints/trading/SendCancelList.ts';
import { SendCancelReplaceList } from '../../../src/endpoints/trading/SendCancelReplaceList.ts';
import { SendOrderList } from '../../../src/endpoints/trading/SendOrderList.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const order = {
  AccountId: 7,
  InstrumentId: 1,
  Side: 'Buy',
  OrderType: 'Limit',
  TimeInForce: 'GTC',
  Quantity: '0.10',
  LimitPrice: '29000.00',
} as const;
const fields =
  '"AccountId":7,"InstrumentId":1,"Side":0,"TimeInForce":1,"OrderType":2,"Quantity":"0.10","LimitPrice":"29000.00"';

describe('SendOrderList', () => {
  it('sends a bare list, each order as SendOrder would', () => {
    const market = { ...order, OrderType: 'Market', LimitPrice: undefined } as const;
    expect(sent(SendOrderList, [{ ...order, ClientOrderId: 2n ** 60n }, market])).toBe(
      `[{"OMSId":1,${fields},"ClientOrderId":1152921504606846976},` +
        '{"OMSId":1,"AccountId":7,"InstrumentId":1,"Side":0,"TimeInForce":1,"OrderType":1,"Quantity":"0.10"}]',
    );
  });

  it('sends nothing where one order is wrong', () => {
    expect(sentAnyway(SendOrderList, [order, { ...order, LimitPrice: undefined }])).toBe(
      'SendOrderList was not sent: 1.LimitPrice should be a decimal number, or one as text such as "0.10" but is undefined. Correct the call.',
    );
    expect(sentAnyway(SendOrderList, [{ ...order, OrderType: 'BlockTrade' }])).toMatch(
      /0\.OrderType should be one of Market, .* but is "BlockTrade"/,
    );
  });

  it('has a type that demands what each order type needs', () => {
    // @ts-expect-error A stop order has a stop price.
    sent(SendOrderList, [order, { ...order, OrderType: 'StopMarket' }]);
    // @ts-expect-error It is a list.
    expect(sent(SendOrderList, order)).toMatch(/the value should be a list of one entry or more/);
  });
});

describe('SendCancelList', () => {
  it('sends a bare list of orders with their accounts', () => {
    expect(
      sent(SendCancelList, [
        { AccountId: 7, OrderId: 6500 },
        { AccountId: 7, OrderId: 2n ** 60n },
      ]),
    ).toBe(
      '[{"OMSId":1,"OrderId":6500,"AccountId":7},{"OMSId":1,"OrderId":1152921504606846976,"AccountId":7}]',
    );
    expect(sentAnyway(SendCancelList, [{ OrderId: 6500 }])).toBe(
      'SendCancelList was not sent: 0.AccountId should be an integer but is undefined. Correct the call.',
    );
  });
});

describe('SendCancelReplaceList', () => {
  it('names the orders in its own way', () => {
    expect(sent(SendCancelReplaceList, [{ ReplaceOrderId: 6696, ReplaceClientOrderId: 5, ...order }])).toBe(
      `[{"OMSId":1,"ReplaceOrderId":6696,${fields},"ReplaceClientOrderId":5}]`,
    );
    expect(sentAnyway(SendCancelReplaceList, [{ OrderIdToReplace: 6696, ...order }])).toBe(
      'SendCancelReplaceList was not sent: 0.ReplaceOrderId should be an integer (a bigint above 2^53) but is undefined; 0.OrderIdToReplace should be left out, as there is no such field, but is 6696. Correct the call.',
    );
  });
});

const behavesAsList = <A>(List: Endpoint<readonly A[], StandardResponse>): void => {
  it('refuses an empty list', () => {
    expect(sent(List, [])).toBe(
      `${List.name} was not sent: the value should be a list of one entry or more but is an array of 0. Correct the call.`,
    );
  });

  it('is a command, and taken where the exchange goes on with it', () => {
    expect(List.isCommand).toBe(true);
    const inProcess = { result: false, errormsg: 'Operation In Process', errorcode: 107, detail: null };
    const done = { result: true, errormsg: null, errorcode: 0, detail: null };
    expect(received(List, JSON.stringify(inProcess))).toEqual(inProcess);
    expect(received(List, JSON.stringify(done))).toEqual(done);
  });

  it('is an error where the whole list is refused', () => {
    expect(received(List, '{"result":false,"errormsg":"Invalid Request","errorcode":100}')).toBe(
      `${List.name} was refused: Invalid Request (code 100)`,
    );
  });
};

describe('as a list, SendOrderList', () => behavesAsList(SendOrderList));
describe('as a list, SendCancelList', () => behavesAsList(SendCancelList));
describe('as a list, SendCancelReplaceList', () => behavesAsList(SendCancelReplaceList));
