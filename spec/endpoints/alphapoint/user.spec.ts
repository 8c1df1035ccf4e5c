import { AddEditRole } from '../../../src/endpoints/user/AddEditRole.ts';
import { AddUserAPIKey } from '../../../src/endpoints/user/AddUserAPIKey.ts';
import { AddUserAPIKeyPermission } from '../../../src/endpoints/user/AddUserAPIKeyPermission.ts';
import { AddUserAffiliateTag } from '../../../src/endpoints/user/AddUserAffiliateTag.ts';
import { AddUserRole } from '../../../src/endpoints/user/AddUserRole.ts';
import { ConfirmUserEmail } from '../../../src/endpoints/user/ConfirmUserEmail.ts';
import { DeleteRole } from '../../../src/endpoints/user/DeleteRole.ts';
import { GetAllRoles } from '../../../src/endpoints/user/GetAllRoles.ts';
import { GetAllUnredactedUserConfigsForUser } from '../../../src/endpoints/user/GetAllUnredactedUserConfigsForUser.ts';
import { GetRole } from '../../../src/endpoints/user/GetRole.ts';
import { GetUnredactedUserConfigByKey } from '../../../src/endpoints/user/GetUnredactedUserConfigByKey.ts';
import { GetUserAPIKeys } from '../../../src/endpoints/user/GetUserAPIKeys.ts';
import { GetUserAccountInfos } from '../../../src/endpoints/user/GetUserAccountInfos.ts';
import { GetUserAffiliateCount } from '../../../src/endpoints/user/GetUserAffiliateCount.ts';
import { GetUserAffiliateTag } from '../../../src/endpoints/user/GetUserAffiliateTag.ts';
import { GetUserConfig } from '../../../src/endpoints/user/GetUserConfig.ts';
import { GetUserMarketDataPermissions } from '../../../src/endpoints/user/GetUserMarketDataPermissions.ts';
import { GetUserRoles } from '../../../src/endpoints/user/GetUserRoles.ts';
import { RegisterNewDevice } from '../../../src/endpoints/user/RegisterNewDevice.ts';
import { RegisterNewUser } from '../../../src/endpoints/user/RegisterNewUser.ts';
import { RegisterUser } from '../../../src/endpoints/user/RegisterUser.ts';
import { RemoveUserAPIKey } from '../../../src/endpoints/user/RemoveUserAPIKey.ts';
import { RemoveUserAPIKeyPermission } from '../../../src/endpoints/user/RemoveUserAPIKeyPermission.ts';
import { RemoveUserRoles } from '../../../src/endpoints/user/RemoveUserRoles.ts';
import { ResendVerificationEmail } from '../../../src/endpoints/user/ResendVerificationEmail.ts';
import { ResetPassword } from '../../../src/endpoints/user/ResetPassword.ts';
import { ResetPassword2 } from '../../../src/endpoints/user/ResetPassword2.ts';
import { SetUserConfig } from '../../../src/endpoints/user/SetUserConfig.ts';
import { SetUserInfo } from '../../../src/endpoints/user/SetUserInfo.ts';
import { SetUserVerificationLevel } from '../../../src/endpoints/user/SetUserVerificationLevel.ts';
import { UnmaskUserConfig } from '../../../src/endpoints/user/UnmaskUserConfig.ts';
import { UpdateUserAPIKeyWhitelist } from '../../../src/endpoints/user/UpdateUserAPIKeyWhitelist.ts';
import { UpdateUserAffiliateTag } from '../../../src/endpoints/user/UpdateUserAffiliateTag.ts';
import { ValidateCode } from '../../../src/endpoints/user/ValidateCode.ts';
import { ValidateUserRegistration } from '../../../src/endpoints/user/ValidateUserRegistration.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

describe('the functions of the platform about users', () => {
  it('name a user in any of the ways, or in none', () => {
    expect(sent(GetUserConfig, {})).toBe('{}');
    expect(sent(UnmaskUserConfig, { Username: 'someone' })).toBe('{"Username":"someone"}');
    expect(sent(GetUnredactedUserConfigByKey, { Key: '2FAType', Email: 'someone@example.com' })).toBe(
      '{"Key":"2FAType","Email":"someone@example.com"}',
    );
    expect(sentAnyway(GetUserConfig, { UserName: 'someone' })).toBe(
      'GetUserConfig was not sent: UserName should be left out, as there is no such field, but is "someone". Correct the call.',
    );
  });

  it.each([GetAllUnredactedUserConfigsForUser, GetUserAccountInfos])(
    'name a user by id or by name where one is needed ($name)',
    (endpoint) => {
      const system = endpoint.name === 'GetUserAccountInfos' ? '"OMSId":1,' : '';
      expect(sentAnyway(endpoint, { UserId: 96 })).toBe(`{${system}"UserId":96}`);
      expect(sentAnyway(endpoint, { UserName: 'someone' })).toBe(`{${system}"UserName":"someone"}`);
      expect(sentAnyway(endpoint, { UserId: 96, UserName: 'someone' })).toBe(
        `{${system}"UserId":96,"UserName":"someone"}`,
      );
      expect(sentAnyway(endpoint, {})).toBe(
        `${endpoint.name} was not sent: UserId should be an integer but is undefined. Correct the call.`,
      );
    },
  );

  it('have types that ask for an id or a name', () => {
    // @ts-expect-error Nobody is named.
    sent(GetAllUnredactedUserConfigsForUser, {});
    expect(sent(GetUserAccountInfos, { UserName: 'someone', OMSId: 2 })).toBe(
      '{"OMSId":2,"UserName":"someone"}',
    );
  });

  it('send what the samples lack', () => {
    expect(sent(GetUserAffiliateCount, { UserId: 96 })).toBe('{"OMSId":1,"UserId":96}');
    expect(sent(GetUserAffiliateTag, {})).toBe('{"OMSId":1}');
    expect(sent(UpdateUserAffiliateTag, { AffiliateId: 7, AffiliateTag: 'tag' })).toBe(
      '{"OMSId":1,"AffiliateId":7,"AffiliateTag":"tag"}',
    );
    expect(sent(SetUserInfo, { UserId: 96, Email: 'new@example.com' })).toBe(
      '{"UserId":96,"Email":"new@example.com"}',
    );
    expect(sent(SetUserConfig, { Config: [{ Key: 'language', Value: 'es' }], UserId: 96 })).toBe(
      '{"Config":[{"Key":"language","Value":"es"}],"UserId":96}',
    );
    expect(sent(GetUserMarketDataPermissions, { UserId: 96 })).toBe('{"UserId":96}');
    expect(sent(ConfirmUserEmail, { UserId: 96, VerifyEmailCode: 'fake' })).toBe(
      '{"UserId":96,"VerifyEmailCode":"fake"}',
    );
    expect(sent(ResendVerificationEmail, { Email: 'someone@example.com' })).toBe(
      '{"Email":"someone@example.com"}',
    );
    expect(sent(ResetPassword, { Username: 'someone' })).toBe('{"Username":"someone"}');
    expect(sent(RegisterNewDevice, { HashCode: 'fake', PendingEmailCode: 'fake' })).toBe(
      '{"HashCode":"fake","PendingEmailCode":"fake"}',
    );
    expect(sent(AddUserRole, { UserId: 96, UserRoleId: 3 })).toBe('{"UserId":96,"UserRoleId":3}');
    expect(sent(DeleteRole, { Id: 3 })).toBe('{"Id":3}');
    expect(sent(GetAllRoles, {})).toBe('{}');
    expect(sent(GetRole, { RoleId: 3 })).toBe('{"RoleId":3}');
    expect(sent(GetUserRoles, { UserId: 96 })).toBe('{"UserId":96}');
  });

  it('send keys with what they may do, at least one thing', () => {
    expect(sent(AddUserAPIKey, { UserId: 96, Permissions: ['Trading'] })).toBe(
      '{"UserId":96,"Permissions":["Trading"]}',
    );
    expect(sent(AddUserAPIKey, { UserId: 96, Permissions: [] })).toMatch(
      /Permissions should be a list of one entry or more/,
    );
    expect(sentAnyway(AddUserAPIKey, { UserId: 96, Permissions: ['Trading', 5] })).toMatch(
      /Permissions\.1 should be a text but is 5/,
    );
    expect(sent(UpdateUserAPIKeyWhitelist, { UserId: 96, APIKey: 'fake', IpWhiteList: '192.0.2.1' })).toBe(
      '{"UserId":96,"APIKey":"fake","IpWhiteList":"192.0.2.1"}',
    );
    expect(sentAnyway(RemoveUserAPIKey, { UserId: 96, APIKey: 5 })).toBe(
      'RemoveUserAPIKey was not sent: APIKey should be a text but is a number. Correct the call.',
    );
  });

  it('send a password under the key that each function has for it, and never show it', () => {
    const user = { UserName: 'someone', Email: 'someone@example.com' };
    expect(sent(RegisterUser, { UserInfo: { ...user, PasswordHash: 'fake' }, OperatorId: 1 })).toBe(
      '{"UserInfo":{"UserName":"someone","Email":"someone@example.com","PasswordHash":"fake"},"OperatorId":1}',
    );
    expect(sent(RegisterNewUser, { UserInfo: { ...user, passwordHash: 'fake' }, UserConfig: [] })).toBe(
      '{"UserInfo":{"UserName":"someone","Email":"someone@example.com","passwordHash":"fake"},"UserConfig":[]}',
    );
    expect(sentAnyway(RegisterNewUser, { UserInfo: { ...user, PasswordHash: 'secret' } })).toBe(
      'RegisterNewUser was not sent: UserInfo.passwordHash should be a text but is ***; ' +
        'UserInfo.PasswordHash should be left out, as there is no such field, but is ***. Correct the call.',
    );
    expect(
      sentAnyway(RegisterUser, {
        UserInfo: { ...user, PasswordHash: 'x' },
        OperatorId: 1,
        UserConfig: [{ Key: 'a' }],
      }),
    ).toMatch(/UserConfig\.0\.Name should be a text but is undefined; UserConfig\.0\.Value should be a text/);
  });

  it('send whatever fields a provider of checks wants', () => {
    const check = { clientInfo: { validator: 'other', validationStage: 2 }, requestIdentifier: 'fake' };
    expect(
      sent(ValidateUserRegistration, {
        ...check,
        userInfo: { First: 'A' },
        additionalValidationData: [{ x: 1 }],
      }),
    ).toBe(
      '{"clientInfo":{"validator":"other","validationStage":2},"requestIdentifier":"fake","userInfo":{"First":"A"},"additionalValidationData":[{"x":1}]}',
    );
    expect(
      sentAnyway(ValidateUserRegistration, {
        clientInfo: { validator: 'other' },
        userInfo: [],
        additionalValidationData: {},
      }),
    ).toBe(
      'ValidateUserRegistration was not sent: clientInfo.validationStage should be an integer but is undefined; ' +
        'requestIdentifier should be a text but is undefined; userInfo should be an object but is an array of 0; ' +
        'additionalValidationData should be a list of objects but is an object. Correct the call.',
    );
  });

  it('read what a provider answered as the text that it is', () => {
    expect(received(ValidateUserRegistration, '{"result":"{\\"token\\":\\"fake\\"}"}')).toEqual({
      result: '{"token":"fake"}',
    });
    expect(received(ValidateUserRegistration, '{"result":"false","errormsg":"x","errorcode":101}')).toBe(
      'ValidateUserRegistration was refused: x (code 101)',
    );
  });

  it('read keys with and without their secret', () => {
    const key = { APIKey: 'fake', APISecret: 'fake', UserId: 6, Permissions: ['Trading'] };
    expect(received(AddUserAPIKey, JSON.stringify({ ...key, Nonce: 0, IpWhiteList: null }))).toEqual({
      ...key,
      Nonce: 0,
      IpWhiteList: null,
    });
    expect(received(GetUserAPIKeys, JSON.stringify([{ ...key, APISecret: null }]))).toMatchObject([
      { APISecret: null },
    ]);
    expect(received(GetUserAPIKeys, JSON.stringify([{ ...key, APISecret: 5 }]))).toMatch(
      /0\.APISecret .* is \*\*\*/,
    );
    expect(received(GetUserAPIKeys, JSON.stringify([{ ...key, APISecret: 5 }]))).not.toContain('fake');
  });

  it('read roles in either spelling', () => {
    const role = { RoleName: 'Reader', Permissions: ['GetProducts'] };
    expect(received(GetRole, JSON.stringify(role))).toEqual(role);
    expect(received(GetRole, '{"roleName":null,"permissions":[]}')).toEqual({
      RoleName: null,
      Permissions: [],
    });
    expect(received(GetAllRoles, '[{"roleName":"Reader"}]')).toMatch(/0\.Permissions should be/);
    expect(received(GetUserRoles, sampleText('functions/GetUserRoles.reply.01.json'))).toMatchObject({
      result: true,
    });
  });

  it('read accounts with what may be null', () => {
    const account = {
      OMSId: 1,
      AccountId: 7,
      AccountName: null,
      AccountHandle: null,
      FirmId: null,
      FirmName: null,
      AccountType: 'Asset',
      FeeGroupID: 0,
      ParentID: 0,
      RiskType: 'Unkown',
      VerificationLevel: 1,
      FeeProductType: null,
      FeeProduct: 0,
      RefererId: 0,
      SupportedVenueIds: [0],
    };
    const read = { ...account, RiskType: 'Unknown' };
    expect(received(GetUserAccountInfos, JSON.stringify([account]))).toEqual([read]);
    const { OMSId, FeeGroupID, ...rest } = account;
    expect(
      received(GetUserAccountInfos, JSON.stringify([{ ...rest, OMSID: OMSId, FeeGroupId: FeeGroupID }])),
    ).toEqual([read]);
    expect(received(GetUserAccountInfos, JSON.stringify([{ ...account, AccountId: null }]))).toMatch(
      /0\.AccountId should be an integer but is null/,
    );
  });

  it('read the user who was changed', () => {
    expect(received(SetUserInfo, sampleText('functions/SetUserInfo.reply.01.json'))).toMatchObject({
      UserId: 6,
      UserName: 'sampleuser',
      EmailVerified: false,
    });
    expect(received(UnmaskUserConfig, '[{"Key":"2FAType","Value":"Google"}]')).toEqual([
      { Key: '2FAType', Value: 'Google' },
    ]);
    expect(received(RegisterUser, '{"UserId":195}')).toEqual({ UserId: 195 });
    expect(received(ValidateCode, '{"result":false,"errormsg":"Operation Failed","errorcode":101}')).toBe(
      'ValidateCode was refused: Operation Failed (code 101)',
    );
  });

  it('are commands where they change something', () => {
    const commands = [
      AddEditRole,
      AddUserAPIKey,
      AddUserAPIKeyPermission,
      AddUserAffiliateTag,
      AddUserRole,
      ConfirmUserEmail,
      DeleteRole,
      RegisterNewDevice,
      RegisterNewUser,
      RegisterUser,
      RemoveUserAPIKey,
      RemoveUserAPIKeyPermission,
      RemoveUserRoles,
      ResendVerificationEmail,
      ResetPassword,
      ResetPassword2,
      SetUserConfig,
      SetUserInfo,
      SetUserVerificationLevel,
      UpdateUserAPIKeyWhitelist,
      UpdateUserAffiliateTag,
      ValidateUserRegistration,
    ];
    const queries = [
      GetAllRoles,
      GetAllUnredactedUserConfigsForUser,
      GetRole,
      GetUnredactedUserConfigByKey,
      GetUserAPIKeys,
      GetUserAccountInfos,
      GetUserAffiliateCount,
      GetUserAffiliateTag,
      GetUserConfig,
      GetUserMarketDataPermissions,
      GetUserRoles,
      UnmaskUserConfig,
      ValidateCode,
    ];
    expect(commands.filter(({ isCommand }) => !isCommand)).toEqual([]);
    expect(queries.filter(({ isCommand }) => isCommand)).toEqual([]);
  });
});
