import { GetUserAccounts } from '../../../src/endpoints/user/GetUserAccounts.ts';
import { received, sent } from '../../support/exchanged.ts';

describe('GetUserAccounts', () => {
  it('asks for the own accounts unless told otherwise', () => {
    expect(sent(GetUserAccounts, {})).toBe('{"OMSId":1}');
    expect(sent(GetUserAccounts, { UserId: 5 })).toBe('{"OMSId":1,"UserId":5}');
  });

  it('reads plain ids', () => {
    expect(received(GetUserAccounts, '[449,"450"]')).toEqual([449, 450]);
    expect(received(GetUserAccounts, '[449,null]')).toBe(
      "GetUserAccounts: the exchange's payload was not understood: 1 should be an integer but is null.",
    );
  });
});
