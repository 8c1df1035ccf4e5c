import { GetOpenOrders } from '../../../src/endpoints/trading/GetOpenOrders.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('GetOpenOrders', () => {
  it('must be told the account', () => {
    expect(sent(GetOpenOrders, { AccountId: 7, InstrumentId: 1 })).toBe(
      '{"OMSId":1,"AccountId":7,"InstrumentId":1}',
    );
    expect(sentAnyway(GetOpenOrders, { InstrumentId: 1 })).toMatch(
      /AccountId should be an integer but is undefined/,
    );
  });

  it('reads an empty list', () => {
    expect(received(GetOpenOrders, '[]')).toEqual([]);
  });
});
