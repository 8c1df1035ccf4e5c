import { GetUserInfo } from '../../../src/endpoints/user/GetUserInfo.ts';
import { dispensable } from '../../support/dispensable.ts';
import { received, sent } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

const text = sampleText('functions/GetUserInfo.reply.02.json');
const user = JSON.parse(text) as Readonly<Record<string, unknown>>;

describe('GetUserInfo', () => {
  it('sends the order system only where it is given', () => {
    expect(sent(GetUserInfo, {})).toBe('{}');
    expect(sent(GetUserInfo, { UserName: 'someone', OMSId: 1 })).toBe('{"OMSId":1,"UserName":"someone"}');
  });

  it('reads the name under either spelling of its key', () => {
    const respelt = text.replace('UserName', 'Username');
    expect(respelt).not.toBe(text);
    expect(received(GetUserInfo, respelt)).toEqual(user);
  });

  it('needs all but what some gateways leave out', () => {
    expect(dispensable(GetUserInfo, { ...user, MarginAcquisitionHalt: false })).toEqual([
      'MarginAcquisitionHalt',
      'MarginBorrowerEnabled',
      'OperatorId',
      'UserLevel',
    ]);
  });
});
