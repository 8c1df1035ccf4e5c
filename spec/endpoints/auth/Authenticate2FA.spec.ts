import { Authenticate2FA } from '../../../src/endpoints/auth/Authenticate2FA.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('Authenticate2FA', () => {
  it('sends the code as text', () => {
    expect(sent(Authenticate2FA, { Code: '012345' })).toBe('{"Code":"012345"}');
  });

  it('refuses a number, which may have lost its zeros, without showing it', () => {
    expect(sentAnyway(Authenticate2FA, { Code: 12345 })).toBe(
      'Authenticate2FA was not sent: Code should be a text but is a number. Correct the call.',
    );
  });

  it('reads the answer in any spelling', () => {
    expect(received(Authenticate2FA, '{"authenticated":false,"userid":"7"}')).toEqual({
      Authenticated: false,
      UserId: '7',
    });
  });
});
