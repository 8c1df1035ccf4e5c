import { call } from '../../../src/endpoint.ts';
import { CancelOrder, type CancelOrderRequest } from '../../../src/endpoints/trading/CancelOrder.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('CancelOrder', () => {
  it('takes the id of the order, or the id that its sender gave it with the account', () => {
    expect(sent(CancelOrder, { OrderId: 6500 })).toBe('{"OMSId":1,"OrderId":6500}');
    expect(sent(CancelOrder, { AccountId: 7, ClOrderId: 5n })).toBe(
      '{"OMSId":1,"AccountId":7,"ClOrderId":5}',
    );
    // @ts-expect-error The account is needed.
    sent(CancelOrder, { ClOrderId: 5 });
  });

  it.each([
    [{ ClOrderId: 5 }, 'AccountId should be an integer but is undefined'],
    [
      { AccountId: 7, ClOrderId: 0 },
      'ClOrderId should be a client order id other than 0 (or give an OrderId) but is 0',
    ],
    [
      { AccountId: 7 },
      'ClOrderId should be a client order id other than 0 (or give an OrderId) but is undefined',
    ],
    [
      { OrderId: 1, ClientOrderId: 1 },
      'ClientOrderId should be left out, as there is no such field, but is 1',
    ],
  ])('refuses %p', (params, problem) => {
    expect(sentAnyway(CancelOrder, params)).toBe(`CancelOrder was not sent: ${problem}. Correct the call.`);
  });

  it('is a command, and taken where the exchange goes on with it', () => {
    expect(CancelOrder.isCommand).toBe(true);
    expect(
      received(CancelOrder, '{"result":false,"errormsg":"Operation In Process","errorcode":107}'),
    ).toMatchObject({
      errorcode: 107,
    });
  });

  it('is repeatable by OrderId alone: another order may have a client order id by then', () => {
    const repeatable = (params: CancelOrderRequest) => call(CancelOrder, params).isRepeatable;

    expect(repeatable({ OrderId: 6500 })).toBe(true);
    expect(repeatable({ OrderId: 6500, ClOrderId: 5 })).toBe(true);
    expect(repeatable({ AccountId: 7, ClOrderId: 5 })).toBe(false);
  });
});
