import { GetVerificationLevelConfig } from '../../../src/endpoints/product/GetVerificationLevelConfig.ts';
import { dispensable } from '../../support/dispensable.ts';
import { received, sentAnyway } from '../../support/exchanged.ts';

const needed = {
  ProductId: 1,
  ProductName: 'BTC',
  AutoWithdrawThreshold: -1,
  DailyDepositLimit: 0,
  MonthlyDepositLimit: 0,
  YearlyDepositLimit: 0,
  DailyWithdrawLimit: 0,
  MonthlyWithdrawLimit: 0,
  YearlyWithdrawLimit: 0,
  NotionalProductId: 1,
  OverLimitRejected: true,
  WithdrawProcessingDelaySec: 0,
  DepositTicketWorkflow: 'Standard',
  WithdrawTicketWorkflow: 'Standard',
};
const optional = {
  VerificationLevel: 1,
  VerificationLevelName: null,
  OMSId: 1,
  DailyDepositNotionalLimit: -1,
  MonthlyDepositNotionalLimit: -1,
  YearlyDepositNotionalLimit: -1,
  DailyWithdrawNotionalLimit: -1,
  MonthlyWithdrawNotionalLimit: -1,
  YearlyWithdrawNotionalLimit: -1,
  DailyTransferNotionalLimit: -1,
  RequireWhitelistedAddress: false,
  AutoAcceptWhitelistedAddress: false,
};
const withProduct = (product: object) => ({ Level: 1, LevelName: null, OMSId: 1, Products: [product] });
const reply = withProduct({ ...needed, ...optional });

describe('GetVerificationLevelConfig', () => {
  it('must be told the account', () => {
    expect(sentAnyway(GetVerificationLevelConfig, {})).toBe(
      'GetVerificationLevelConfig was not sent: AccountId should be an integer but is undefined. Correct the call.',
    );
  });

  it('reads the limits, and needs those in the product itself', () => {
    expect(received(GetVerificationLevelConfig, JSON.stringify(reply))).toEqual(reply);
    expect(dispensable(GetVerificationLevelConfig, reply)).toEqual(['LevelName']);
    expect(
      dispensable(GetVerificationLevelConfig, { ...needed, ...optional }, withProduct, 'Products.0.'),
    ).toEqual(Object.keys(optional).sort());
  });

  it('is refused for an account that the user may not see', () => {
    expect(
      received(
        GetVerificationLevelConfig,
        '{"result":false,"errormsg":"Not Authorized","errorcode":20,"detail":null}',
      ),
    ).toBe('GetVerificationLevelConfig was refused: Not Authorized (code 20)');
  });
});
