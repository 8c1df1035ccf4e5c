import { GetLevel1 } from '../../../src/endpoints/market-data/GetLevel1.ts';
import { sampleText } from '../../support/samples.ts';
import { received, sent } from '../../support/exchanged.ts';

describe('GetLevel1', () => {
  it('takes an id', () => {
    expect(sent(GetLevel1, { InstrumentId: 1 })).toBe('{"OMSId":1,"InstrumentId":1}');
  });

  it('reads every dialect, and needs the ids alone', () => {
    expect(received(GetLevel1, sampleText('streams/level1.object-foxbit.json'))).toMatchObject({
      TimeStamp: 1658841286,
    });
    expect(received(GetLevel1, sampleText('streams/level1.reply-docs.json'))).toMatchObject({
      TimeStamp: '1534862990358',
    });
    expect(received(GetLevel1, '{"OMSId":1,"InstrumentId":1}')).toEqual({ OMSId: 1, InstrumentId: 1 });
  });
});
