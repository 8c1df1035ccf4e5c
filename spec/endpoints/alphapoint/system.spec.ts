import { GatewayStats } from '../../../src/endpoints/system/GatewayStats.ts';
import { GetGeneralKVP } from '../../../src/endpoints/system/GetGeneralKVP.ts';
import { GetOMS } from '../../../src/endpoints/system/GetOMS.ts';
import { GetOMSVersion } from '../../../src/endpoints/system/GetOMSVersion.ts';
import { GetOMSs } from '../../../src/endpoints/system/GetOMSs.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

describe('the functions of the platform about itself', () => {
  it('read what the samples lack', () => {
    const setting = { Key: 'UIConfig', Value: '[{"Theme":"dark"}]', Permissions: [{ Name: 'Operator' }] };
    expect(received(GetGeneralKVP, JSON.stringify(setting))).toEqual(setting);
    expect(received(GetOMSs, '[{"OMSId":1,"OMSName":"Exchange"}]')).toEqual([
      { OMSId: 1, OMSName: 'Exchange' },
    ]);
    expect(received(GetOMSs, '[{"OMSId":1}]')).toMatch(/0\.OMSName should be string but is undefined/);
  });

  it('read the order system, and name what is missing without a secret', () => {
    const text = { OMSName: 'a', InstanceGUID: 'b', AssetManagerCoreId: 'c', AssetManagerCoreUser: 'd' };
    const system = {
      ...text,
      Id: 1,
      OwnerId: 1,
      AssetManagerCorePassword: 'fake',
      AssetManagerId: 1,
      OMSRiskMode: 'Normal',
      SystemMarginEnabled: false,
      PermissionedMarketData: false,
      PermissionedInstrument: false,
      PermissionedProduct: false,
      FeeAccountId: 1,
      DepositContraAccountId: 2,
      LendingAccountId: 3,
      VenueTimeZone: 'UTC',
      BaseNotionalProductSymbol: 'USD',
      OmsVersion: '4.3.65.1063',
      StandardAccountId: 4,
      TradeSettlementAccountId: 5,
      LendingInterestAccountId: 6,
    };
    expect(received(GetOMS, JSON.stringify(system))).toEqual(system);
    expect(
      received(GetOMS, JSON.stringify({ ...system, AssetManagerCorePassword: 5, OmsVersion: undefined })),
    ).toBe(
      "GetOMS: the exchange's payload was not understood: AssetManagerCorePassword should be string but is ***; OmsVersion should be string but is undefined.",
    );
    expect(sent(GetOMS, {})).toBe('{"OMSId":1}');
  });

  it('hand on the details of standard responses', () => {
    expect(received(GetOMSVersion, sampleText('functions/GetOMSVersion.reply.01.json'))).toMatchObject({
      detail: '4.3.65.1063',
    });
    expect(received(GatewayStats, sampleText('functions/GatewayStats.reply.01.json'))).toMatchObject({
      detail: '{"ConnectedClients":29,"UserSessions":26,"UptimeMs":2147483648}',
    });
  });

  it('name their system only where the function takes it', () => {
    expect(sentAnyway(GetOMSVersion, { OMSId: 1 })).toMatch(/OMSId should be left out/);
    expect(sentAnyway(GetGeneralKVP, {})).toMatch(/Key should be a text but is undefined/);
  });

  it('change nothing', () => {
    const queries = [GatewayStats, GetGeneralKVP, GetOMS, GetOMSVersion, GetOMSs];
    expect(queries.filter(({ isCommand }) => isCommand)).toEqual([]);
  });
});
