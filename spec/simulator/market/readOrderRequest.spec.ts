import * as E from 'fp-ts/lib/Either.js';
import type { OrderRequest } from '../../../src/simulator/market/orderRequest.ts';
import { readOrderRequest } from '../../../src/simulator/market/readOrderRequest.ts';
import { right } from './script.ts';

const plain: OrderRequest = {
  AccountId: 1,
  InstrumentId: 2,
  Side: 0,
  OrderType: 2,
  TimeInForce: 1,
  Quantity: '1.5',
  LimitPrice: '100.00',
};
const codeOf = (request: OrderRequest): number | undefined => {
  const read = readOrderRequest(request);
  return E.isLeft(read) ? read.left.errorcode : undefined;
};

describe('readOrderRequest', () => {
  it.each([
    ['numbers', plain],
    ['numbers as text', { ...plain, AccountId: '1', Side: '0', OrderType: '2', TimeInForce: '1' }],
    ['names', { ...plain, Side: 'Buy', OrderType: 'Limit', TimeInForce: 'GTC' }],
    ['names in another case', { ...plain, Side: 'buy', OrderType: 'LIMIT', TimeInForce: 'gtc' }],
    ['no time in force', { ...plain, TimeInForce: undefined }],
    ['a time in force that is unknown', { ...plain, TimeInForce: 0 }],
  ])('reads %s alike', (_what, request) => {
    expect(right(readOrderRequest(request))).toEqual(right(readOrderRequest(plain)));
  });

  it.each([
    [3, 'IOC'],
    [4, 'FOK'],
    ['IOC', 'IOC'],
    ['4', 'FOK'],
  ])('reads the time in force %p as %s', (TimeInForce, expected) => {
    expect(right(readOrderRequest({ ...plain, TimeInForce })).timeInForce).toBe(expected);
  });

  it('reads an exact amount from text, and the shortest one from a number', () => {
    const read = right(readOrderRequest({ ...plain, Quantity: 1e-8, LimitPrice: '104300.10' }));
    expect(read.size.of).toMatchObject({ units: 1n, scale: 8 });
    expect(read.limit).toMatchObject({ units: 10430010n, scale: 2 });
  });

  it('keeps every digit of a client order id', () => {
    expect(right(readOrderRequest({ ...plain, ClientOrderId: '9223372036854775807' })).clientOrderId).toBe(
      9223372036854775807n,
    );
    expect(right(readOrderRequest({ ...plain, ClientOrderId: 42 })).clientOrderId).toBe(42);
  });

  it('takes a value only where there is no quantity', () => {
    const market = { ...plain, OrderType: 1, LimitPrice: undefined };
    expect(right(readOrderRequest({ ...market, Value: 50 })).size._tag).toBe('Quantity');
    expect(right(readOrderRequest({ ...market, Quantity: 0, Value: 50 })).size._tag).toBe('Value');
    expect(right(readOrderRequest({ ...market, Quantity: undefined, Value: '50' })).size._tag).toBe('Value');
  });

  it.each([
    ['AccountId', { AccountId: undefined }],
    ['AccountId that is no number', { AccountId: 'seven' }],
    ['InstrumentId', { InstrumentId: -1 }],
    ['Side', { Side: undefined }],
    ['Side that is unknown', { Side: 3 }],
    ['OrderType', { OrderType: 0 }],
    ['OrderType that does not exist', { OrderType: 99 }],
    ['Quantity', { Quantity: undefined }],
    ['Quantity that is no number', { Quantity: 'lots' }],
    ['LimitPrice', { LimitPrice: undefined }],
    ['StopPrice of a stop order', { OrderType: 3 }],
    ['StopPrice of a stop limit order', { OrderType: 'StopLimit' }],
    ['LimitPrice of a stop limit order', { OrderType: 4, StopPrice: 1, LimitPrice: undefined }],
    ['TrailingAmount of a trailing order', { OrderType: 5 }],
    ['LimitOffset of a trailing limit order', { OrderType: 6, TrailingAmount: 1 }],
    ['PegPriceType that does not exist', { OrderType: 3, StopPrice: 1, PegPriceType: 'Moon' }],
    ['OrderIdOCO below 0', { OrderIdOCO: -1 }],
    ['ClientOrderId below 0', { ClientOrderId: -1 }],
    ['ClientOrderId with a fraction', { ClientOrderId: 1.5 }],
  ])('refuses with 100 a request whose fault is %s', (_what, change) => {
    expect(codeOf({ ...plain, ...change })).toBe(100);
  });

  it.each([
    ['block trades', { OrderType: 7 }],
    ['short sales', { Side: 2 }],
    ['the middle as a peg', { OrderType: 3, StopPrice: 1, PegPriceType: 4 }],
    ['reserved times in force', { TimeInForce: 6 }],
    ['a value in a limit order', { Quantity: undefined, Value: 50 }],
    ['a value in a market sell', { OrderType: 1, Side: 1, Quantity: undefined, Value: 50 }],
  ])('refuses %s with 106', (_what, change) => {
    expect(codeOf({ ...plain, ...change })).toBe(106);
  });
});
