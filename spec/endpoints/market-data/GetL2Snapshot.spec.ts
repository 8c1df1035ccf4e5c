import { GetL2Snapshot } from '../../../src/endpoints/market-data/GetL2Snapshot.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('GetL2Snapshot', () => {
  it('takes any depth above 0', () => {
    expect(sent(GetL2Snapshot, { InstrumentId: 1, Depth: 2 })).toBe('{"OMSId":1,"InstrumentId":1,"Depth":2}');
    expect(sentAnyway(GetL2Snapshot, { InstrumentId: 1, Depth: 0 })).toBe(
      'GetL2Snapshot was not sent: Depth should be an integer above 0 but is 0. Correct the call.',
    );
  });

  it('reads an empty book', () => {
    expect(received(GetL2Snapshot, '[]')).toEqual([]);
  });
});
