import { Activate2FA } from '../../../src/endpoints/auth/Activate2FA.ts';
import { CoinsOAuthAuthenticateUser } from '../../../src/endpoints/auth/CoinsOAuthAuthenticateUser.ts';
import { CoinsOAuthLogout } from '../../../src/endpoints/auth/CoinsOAuthLogout.ts';
import { Disable2FA } from '../../../src/endpoints/auth/Disable2FA.ts';
import { EnableGoogle2FA } from '../../../src/endpoints/auth/EnableGoogle2FA.ts';
import { EnableXP2FA } from '../../../src/endpoints/auth/EnableXP2FA.ts';
import { EnableYubico2FA } from '../../../src/endpoints/auth/EnableYubico2FA.ts';
import { GetCaptchaRequiredEndpoints } from '../../../src/endpoints/auth/GetCaptchaRequiredEndpoints.ts';
import { GetGoogle2FARecoveryKey } from '../../../src/endpoints/auth/GetGoogle2FARecoveryKey.ts';
import { GetValidate2FARequiredEndpoints } from '../../../src/endpoints/auth/GetValidate2FARequiredEndpoints.ts';
import { OAuthAuthenticateUser } from '../../../src/endpoints/auth/OAuthAuthenticateUser.ts';
import { OAuthLogout } from '../../../src/endpoints/auth/OAuthLogout.ts';
import { OAuthValidateMfa } from '../../../src/endpoints/auth/OAuthValidateMfa.ts';
import { SSOEnsureUser } from '../../../src/endpoints/auth/SSOEnsureUser.ts';
import { Validate2FA } from '../../../src/endpoints/auth/Validate2FA.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

describe('the functions of the platform about logging in', () => {
  it('send a code as text where it may begin with 0', () => {
    expect(sent(Activate2FA, { Code: '012345' })).toBe('{"Code":"012345"}');
    expect(sent(Validate2FA, { TFaType: 'Google', Code: '012345' })).toBe(
      '{"TFaType":"Google","Code":"012345"}',
    );
    expect(sent(GetGoogle2FARecoveryKey, { Code: '012345' })).toBe('{"Code":"012345"}');
    expect(sent(GetGoogle2FARecoveryKey, { Code: 123456 })).toBe('{"Code":123456}');
    expect(sent(OAuthValidateMfa, { Code: 123456 })).toBe('{"Code":123456}');
  });

  it('show no code when they refuse one', () => {
    expect(sentAnyway(Activate2FA, { Code: 12345 })).toBe(
      'Activate2FA was not sent: Code should be a text but is a number. Correct the call.',
    );
    expect(sentAnyway(GetGoogle2FARecoveryKey, { Code: 1.5 })).toBe(
      'GetGoogle2FARecoveryKey was not sent: Code should be a text or an integer but is a number. Correct the call.',
    );
  });

  it('send what a second factor needs', () => {
    expect(sent(EnableYubico2FA, { OTP: 'fake' })).toBe('{"OTP":"fake"}');
    expect(sent(EnableXP2FA, { Phone: '+5511900000000', Capability: 'SMS' })).toBe(
      '{"Phone":"+5511900000000","Capability":"SMS"}',
    );
    expect(sentAnyway(EnableXP2FA, { Phone: '+5511900000000' })).toBe(
      'EnableXP2FA was not sent: Capability should be a text but is undefined. Correct the call.',
    );
  });

  it('send a token with who it is for and how it is signed', () => {
    const token = {
      data: { email: 'someone@example.com', name: 'Someone' },
      sig: { algorithm: 'RS256' },
      auth: { Authorization: 'fake' },
    };
    expect(sent(SSOEnsureUser, token)).toBe(JSON.stringify(token));
    expect(sentAnyway(SSOEnsureUser, { ...token, sig: {}, data: { Email: 'someone@example.com' } })).toBe(
      'SSOEnsureUser was not sent: data.email should be a text but is undefined; ' +
        'data.Email should be left out, as there is no such field, but is "someone@example.com"; ' +
        'sig.algorithm should be a text but is undefined. Correct the call.',
    );
  });

  it('read what the samples lack', () => {
    expect(received(EnableGoogle2FA, '{"GoogleQRCode":"data:fake","ManualCode":"FAKE"}')).toEqual({
      GoogleQRCode: 'data:fake',
      ManualCode: 'FAKE',
    });
    expect(received(EnableGoogle2FA, '{"GoogleQRCode":"data:fake"}')).toMatch(
      /^EnableGoogle2FA: .* ManualCode should be string but is \S+\.$/,
    );
    expect(received(GetCaptchaRequiredEndpoints, '["registernewuser"]')).toEqual(['registernewuser']);
    expect(received(OAuthLogout, '{"OAuthLogout":true}')).toEqual({ OAuthLogout: true });
    expect(received(OAuthValidateMfa, '{"OAuthValidateMfa":true}')).toEqual({ OAuthValidateMfa: true });
    expect(received(CoinsOAuthLogout, '{"coinsOAuthLogout":false,"user":null}')).toEqual({
      CoinsOAuthLogout: false,
      User: null,
    });
  });

  it('read a no as a value', () => {
    expect(received(OAuthValidateMfa, '{"OAuthValidateMfa":false,"errormsg":"Invalid code"}')).toEqual({
      OAuthValidateMfa: false,
      errormsg: 'Invalid code',
    });
    expect(received(Activate2FA, '{"activated":false,"error":"Invalid code"}')).toEqual({
      Activated: false,
      Error: 'Invalid code',
    });
    expect(
      received(OAuthAuthenticateUser, '{"OAuthAuthenticated":false,"User":"","AccessToken":""}'),
    ).toMatchObject({ OAuthAuthenticated: false });
    expect(
      received(
        CoinsOAuthAuthenticateUser,
        '{"CoinsOAuthAuthenticated":false,"User":null,"AccessToken":null}',
      ),
    ).toMatchObject({ CoinsOAuthAuthenticated: false });
  });

  it('hand on the text of a checked token', () => {
    expect(received(SSOEnsureUser, sampleText('functions/SSOEnsureUser.reply.01.json'))).toMatchObject({
      result: true,
      detail: '{"APUserId":123456, "Message": "Token Validated"}',
    });
    expect(
      received(SSOEnsureUser, '{"result":false,"errormsg":"Not Authorized","errorcode":401,"detail":null}'),
    ).toBe('SSOEnsureUser was refused: Not Authorized (code 401)');
  });

  it('are commands where they change something', () => {
    const commands = [
      Activate2FA,
      CoinsOAuthLogout,
      Disable2FA,
      EnableGoogle2FA,
      EnableXP2FA,
      EnableYubico2FA,
      OAuthLogout,
      SSOEnsureUser,
    ];
    const queries = [
      CoinsOAuthAuthenticateUser,
      GetCaptchaRequiredEndpoints,
      GetGoogle2FARecoveryKey,
      GetValidate2FARequiredEndpoints,
      OAuthAuthenticateUser,
      OAuthValidateMfa,
      Validate2FA,
    ];
    expect(commands.filter(({ isCommand }) => !isCommand)).toEqual([]);
    expect(queries.filter(({ isCommand }) => isCommand)).toEqual([]);
  });
});
