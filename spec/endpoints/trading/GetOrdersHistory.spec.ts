import { GetOrdersHistory } from '../../../src/endpoints/trading/GetOrdersHistory.ts';
import { sent, sentAnyway } from '../../support/exchanged.ts';

describe('GetOrdersHistory', () => {
  it('takes every filter, and the state by name', () => {
    expect(sent(GetOrdersHistory, {})).toBe('{"OMSId":1}');
    expect(
      sent(GetOrdersHistory, { AccountId: 7, OrderState: 'FullyExecuted', StartTimestamp: 1, Depth: 5 }),
    ).toBe('{"OMSId":1,"AccountId":7,"OrderState":5,"StartTimestamp":1,"Depth":5}');
  });

  it('refuses another spelling of a filter, which the exchange would pass over', () => {
    expect(sentAnyway(GetOrdersHistory, { StartTimeStamp: 1 })).toBe(
      'GetOrdersHistory was not sent: StartTimeStamp should be left out, as there is no such field, but is 1. Correct the call.',
    );
  });
});
