import { GetUserPermissions } from '../../../src/endpoints/user/GetUserPermissions.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('GetUserPermissions', () => {
  it('must be told the user, and knows no order system', () => {
    expect(sent(GetUserPermissions, { UserId: 5 })).toBe('{"UserId":5}');
    expect(sentAnyway(GetUserPermissions, {})).toBe(
      'GetUserPermissions was not sent: UserId should be an integer but is undefined. Correct the call.',
    );
  });

  it('reads names', () => {
    expect(received(GetUserPermissions, '["Deposit","Trading"]')).toEqual(['Deposit', 'Trading']);
    expect(received(GetUserPermissions, '["Deposit",null]')).toMatch(/: 1 should be string but is null/);
  });
});
