import { GetLastTrades } from '../../../src/endpoints/market-data/GetLastTrades.ts';
import { received, sent } from '../../support/exchanged.ts';

describe('GetLastTrades', () => {
  it('takes a count', () => {
    expect(sent(GetLastTrades, { InstrumentId: 1, Count: 10 })).toBe(
      '{"OMSId":1,"InstrumentId":1,"Count":10}',
    );
  });

  it('reads client order ids of any size, as any trader may choose one', () => {
    const text = '[[14,2,0.02,1970,5922,5923,1675332676849,1,0,0,9007199254740993]]';
    expect(received(GetLastTrades, text)).toEqual([
      [14, 2, 0.02, 1970, 5922, 5923, 1675332676849, 1, 0, 0, 9007199254740993n],
    ]);
  });
});
