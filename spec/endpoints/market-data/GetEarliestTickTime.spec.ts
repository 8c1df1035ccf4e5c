import { GetEarliestTickTime } from '../../../src/endpoints/market-data/GetEarliestTickTime.ts';
import { received, sent } from '../../support/exchanged.ts';

describe('GetEarliestTickTime', () => {
  it('reads the one time in the list', () => {
    expect(sent(GetEarliestTickTime, { InstrumentId: 1 })).toBe('{"OMSId":1,"InstrumentId":1}');
    expect(received(GetEarliestTickTime, '[1651148820000]')).toEqual([1651148820000]);
    expect(received(GetEarliestTickTime, '["1651148820000"]')).toEqual([1651148820000]);
  });

  it('does not take an empty list for a time', () => {
    expect(received(GetEarliestTickTime, '[]')).toBe(
      "GetEarliestTickTime: the exchange's payload was not understood: 0 should be a time in milliseconds but is undefined.",
    );
  });
});
