import { GetAccountInfo } from '../../../src/endpoints/account/GetAccountInfo.ts';
import { sampleText } from '../../support/samples.ts';
import { received, sent } from '../../support/exchanged.ts';

describe('GetAccountInfo', () => {
  it('asks for the own account unless told otherwise', () => {
    expect(sent(GetAccountInfo, {})).toBe('{"OMSId":1}');
    expect(sent(GetAccountInfo, { AccountId: 7 })).toBe('{"OMSId":1,"AccountId":7}');
  });

  it('reads the odd keys as they are', () => {
    expect(received(GetAccountInfo, sampleText('functions/GetAccountInfo.reply.02.json'))).toMatchObject({
      OMSID: 1,
      ParentID: 0,
      AccountHandle: null,
    });
  });
});
