import { expectTypeOf } from 'expect-type';
import {
  AuthenticateUser,
  type AuthenticateUserRequest,
} from '../../../src/endpoints/auth/AuthenticateUser.ts';
import { sampleText } from '../../support/samples.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const key = { APIKey: 'fake-api-key', Signature: 'fake', UserId: 96, Nonce: 1700000000000 };

describe('AuthenticateUser', () => {
  it('sends the user and the nonce as text', () => {
    expect(sent(AuthenticateUser, key)).toBe(
      '{"APIKey":"fake-api-key","Signature":"fake","UserId":"96","Nonce":"1700000000000"}',
    );
    expect(sent(AuthenticateUser, { Username: 'someone', Password: 'x' })).toBe(
      '{"Username":"someone","Password":"x"}',
    );
  });

  it('shows no secret when it refuses', () => {
    expect(sentAnyway(AuthenticateUser, { ...key, APIKey: 5, Signature: undefined })).toBe(
      'AuthenticateUser was not sent: APIKey should be a text but is a number; Signature should be a text but is ***. Correct the call.',
    );
    expect(sentAnyway(AuthenticateUser, { Username: 'someone' })).toBe(
      'AuthenticateUser was not sent: Password should be a text but is ***. Correct the call.',
    );
  });

  it('reads a refusal as a value, in any spelling', () => {
    expect(
      received(AuthenticateUser, sampleText('streams/auth.authenticate-user.reply-refused.json')),
    ).toEqual({
      Authenticated: false,
      Locked: false,
      errormsg: 'Invalid username or password',
    });
  });

  it('reads a login that lacks its second factor', () => {
    expect(received(AuthenticateUser, '{"Authenticated":true,"requires2FA":true}')).toEqual({
      Authenticated: true,
      Requires2FA: true,
    });
  });

  it('reads the user id as it comes', () => {
    const user = (id: string): string => `{"Authenticated":true,"User":{"userId":${id}}}`;
    expect(received(AuthenticateUser, user('5'))).toMatchObject({ User: { UserId: 5 } });
    expect(received(AuthenticateUser, user('"5"'))).toMatchObject({ User: { UserId: '5' } });
  });

  it('takes a key or a password', () => {
    expectTypeOf<{ Username: string; Password: string }>().toExtend<AuthenticateUserRequest>();
    expectTypeOf<{ Username: string }>().not.toExtend<AuthenticateUserRequest>();
    expect(AuthenticateUser.isCommand).toBe(false);
  });
});
