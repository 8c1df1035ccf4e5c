import { GetInstrument } from '../../../src/endpoints/instrument/GetInstrument.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('GetInstrument', () => {
  it('takes an id', () => {
    expect(sent(GetInstrument, { InstrumentId: 7 })).toBe('{"OMSId":1,"InstrumentId":7}');
    expect(sentAnyway(GetInstrument, { InstrumentId: '7' })).toBe(
      'GetInstrument was not sent: InstrumentId should be an integer but is "7". Correct the call.',
    );
  });

  it('is refused where there is no such instrument', () => {
    expect(received(GetInstrument, '{"result":false,"errormsg":"Resource Not Found","errorcode":104}')).toBe(
      'GetInstrument was refused: Resource Not Found (code 104)',
    );
  });
});
