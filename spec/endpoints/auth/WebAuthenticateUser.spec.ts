import { WebAuthenticateUser } from '../../../src/endpoints/auth/WebAuthenticateUser.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('WebAuthenticateUser', () => {
  it('sends a token of either kind, or a password', () => {
    expect(sent(WebAuthenticateUser, { SessionToken: 'fake' })).toBe('{"SessionToken":"fake"}');
    expect(sent(WebAuthenticateUser, { JWTToken: 'fake' })).toBe('{"JWTToken":"fake"}');
    expect(sent(WebAuthenticateUser, { UserName: 'someone', Password: 'x' })).toBe(
      '{"UserName":"someone","Password":"x"}',
    );
  });

  it('asks for the token of a session where nothing is given', () => {
    expect(sentAnyway(WebAuthenticateUser, {})).toBe(
      'WebAuthenticateUser was not sent: SessionToken should be a text but is ***. Correct the call.',
    );
  });

  it('reads both spellings of the second factor', () => {
    const reply = (key: string): string =>
      `{"Authenticated":true,"SessionToken":"fake","UserId":1,"${key}":""}`;
    expect(received(WebAuthenticateUser, reply('twoFaToken'))).toEqual(
      received(WebAuthenticateUser, reply('twoFAToken')),
    );
  });
});
