import { GetEarliestTickTime } from '../../../src/endpoints/market-data/GetEarliestTickTime.ts';
import { received, sent } from '../../support/exchanged.ts';

describe('GetEarliestTickTime', () => {
  it('reads the one time in the list', () => {
    expect(sent(GetEarliestTickTime, { InstrumentId: 1 })).toBe('{"OMSId":1,"InstrumentId":1}');
    expect(received(GetEarliestTickTime, '[1651148820000]')).toEqual([1651148820000]);
    expect(received(GetEarliestTickTime, '["1651148820000"]')).toEqual([1651148820000]);
  });

  it('reads no time where the instrument has no bars', () => {
    expect(received(GetEarliestTickTime, '[]')).toEqual([]);
  });

  it('does not take anything else for a time', () => {
    expect(received(GetEarliestTickTime, '[null]')).toBe(
      "GetEarliestTickTime: the exchange's payload was not understood: 0 should be a time in milliseconds but is null.",
    );
    expect(received(GetEarliestTickTime, '{}')).toMatch(
      /: the value should be a list of one time or none but is an object\.$/,
    );
  });
});
