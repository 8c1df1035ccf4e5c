import { GetAccountBadges } from '../../../src/endpoints/account/GetAccountBadges.ts';
import { GetAccountConfig } from '../../../src/endpoints/account/GetAccountConfig.ts';
import { GetAllAccountPositions } from '../../../src/endpoints/account/GetAllAccountPositions.ts';
import { GetAllLedgerEntryTickets } from '../../../src/endpoints/account/GetAllLedgerEntryTickets.ts';
import { GetBadgeAccount } from '../../../src/endpoints/account/GetBadgeAccount.ts';
import { SetAccountConfig } from '../../../src/endpoints/account/SetAccountConfig.ts';
import { UpdateAccount } from '../../../src/endpoints/account/UpdateAccount.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

describe('the functions of the platform about accounts', () => {
  it('send settings as a list of keys and values', () => {
    expect(sent(SetAccountConfig, { AccountId: 9, Config: [{ Key: 'VIP', Value: 'true' }] })).toBe(
      '{"AccountId":9,"Config":[{"Key":"VIP","Value":"true"}]}',
    );
    // @ts-expect-error A setting has a value.
    expect(sent(SetAccountConfig, { AccountId: 9, Config: [{ Key: 'VIP' }] })).toBe(
      'SetAccountConfig was not sent: Config.0.Value should be a text but is undefined. Correct the call.',
    );
    expect(sent(SetAccountConfig, { AccountId: 9, Config: [] })).toMatch(
      /Config should be a list of one entry or more/,
    );
  });

  it('send enumerations by number, and only what is to change', () => {
    expect(
      sent(UpdateAccount, { AccountId: 7, AccountType: 'Asset', RiskType: 'NoTrading', FeeProductType: 1 }),
    ).toBe('{"OMSId":1,"AccountId":7,"AccountType":0,"RiskType":3,"FeeProductType":1}');
    expect(sentAnyway(UpdateAccount, { AccountId: 7, ParentID: 1 })).toBe(
      'UpdateAccount was not sent: ParentID should be left out, as there is no such field, but is 1. Correct the call.',
    );
  });

  it('spell the two ends of a time as the exchange does', () => {
    expect(sent(GetAllLedgerEntryTickets, { StartTimestamp: 1, EndTimeStamp: 2 })).toBe(
      '{"OMSId":1,"StartTimestamp":1,"EndTimeStamp":2}',
    );
    expect(sent(GetAllAccountPositions, { StartIndex: 0, Limit: 10 })).toBe(
      '{"OMSId":1,"StartIndex":0,"Limit":10}',
    );
  });

  it('read what the samples lack', () => {
    const badge = { OMSId: 1, AccountId: 9, BadgeId: 0, Badge: 'fake', Active: true };
    expect(received(GetAccountBadges, JSON.stringify([badge]))).toEqual([badge]);
    expect(received(GetBadgeAccount, '{"OMSId":1,"AccountId":9,"BadgeId":0,"Active":true}')).toMatch(
      /Badge should be string but is undefined/,
    );
    expect(received(GetAccountConfig, '[{"Key":"VIP","Value":null}]')).toEqual([{ Key: 'VIP', Value: null }]);
    expect(received(GetAccountConfig, '[]')).toEqual([]);
  });

  it('read an account that was not changed, in any spelling', () => {
    expect(received(UpdateAccount, '{"result":"true"}')).toEqual({ result: true });
    expect(received(UpdateAccount, '{"Result":false}')).toEqual({ result: false });
    expect(received(UpdateAccount, '{"result":false,"errormsg":"Not Authorized","errorcode":20}')).toBe(
      'UpdateAccount was refused: Not Authorized (code 20)',
    );
  });

  it('read positions in any spelling, totals by either name', () => {
    const read = received(
      GetAllAccountPositions,
      sampleText('functions/GetAllAccountPositions.reply.01.json').replace(
        'totalYearDepositNotional',
        'totalYearDepositsNotional',
      ),
    );
    expect(read).toMatchObject([{ AccountId: 0, ProductSymbol: '', TotalYearDepositsNotional: 0 }]);
    expect(read).not.toMatchObject([{ TotalYearDepositNotional: expect.anything() as unknown }]);
  });

  it('read ledger entries with their names and numbers', () => {
    const text = sampleText('functions/GetAllLedgerEntryTickets.reply.01.json');
    expect(
      received(
        GetAllLedgerEntryTickets,
        text
          .replace('"TransactionType":"Other"', '"TransactionType":3')
          .replace(/"RejectReason":0/, '"RejectReason":9007199254740993'),
      ),
    ).toMatchObject([{ TransactionType: 'Other', RejectReason: 9007199254740993n }, { RejectReason: 0 }]);
  });

  it('are commands where they change something', () => {
    expect([SetAccountConfig, UpdateAccount].filter(({ isCommand }) => !isCommand)).toEqual([]);
    const queries = [
      GetAccountBadges,
      GetAccountConfig,
      GetAllAccountPositions,
      GetAllLedgerEntryTickets,
      GetBadgeAccount,
    ];
    expect(queries.filter(({ isCommand }) => isCommand)).toEqual([]);
  });
});
