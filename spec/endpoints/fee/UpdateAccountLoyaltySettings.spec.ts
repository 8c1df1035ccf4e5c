import { GetAllOperatorLoyaltyFeeConfigs } from '../../../src/endpoints/fee/GetAllOperatorLoyaltyFeeConfigs.ts';
import { GetOperatorLoyaltyFeeConfigsForOms } from '../../../src/endpoints/fee/GetOperatorLoyaltyFeeConfigsForOms.ts';
import { UpdateAccountLoyaltySettings } from '../../../src/endpoints/fee/UpdateAccountLoyaltySettings.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

describe('UpdateAccountLoyaltySettings', () => {
  it('is a command for one account', () => {
    expect(UpdateAccountLoyaltySettings.isCommand).toBe(true);
    expect(sent(UpdateAccountLoyaltySettings, { AccountId: 7, LoyaltyEnabled: false })).toBe(
      '{"OMSId":1,"AccountId":7,"LoyaltyEnabled":false}',
    );
    expect(sentAnyway(UpdateAccountLoyaltySettings, { AccountId: 7, LoyaltyEnabled: 'no' })).toBe(
      'UpdateAccountLoyaltySettings was not sent: LoyaltyEnabled should be true or false but is "no". Correct the call.',
    );
  });
});

describe('the loyalty programmes', () => {
  it('are asked for of one order system, or of all', () => {
    expect(sent(GetOperatorLoyaltyFeeConfigsForOms, {})).toBe('{"OMSId":1}');
    expect(sent(GetAllOperatorLoyaltyFeeConfigs, {})).toBe('{}');
  });

  it('have a discount, which may not be missing', () => {
    const text = sampleText('functions/GetOperatorLoyaltyFeeConfigsForOms.reply.01.json');
    expect(received(GetOperatorLoyaltyFeeConfigsForOms, text)).toMatchObject([
      { LoyaltyProductId: 5, LoyaltyDiscount: 0.1, ReferenceProductPrice: 100000 },
      { LoyaltyProductId: 6 },
      { LoyaltyProductId: 7 },
    ]);
    expect(
      received(GetOperatorLoyaltyFeeConfigsForOms, text.replaceAll('LoyaltyDiscount', 'Discount')),
    ).toMatch(/: 0\.LoyaltyDiscount should be a decimal number but is undefined; 1\.LoyaltyDiscount/);
  });
});
