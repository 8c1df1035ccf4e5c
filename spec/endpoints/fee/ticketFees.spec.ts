import { GetDepositFee } from '../../../src/endpoints/fee/GetDepositFee.ts';
import { GetOMSDepositFees } from '../../../src/endpoints/fee/GetOMSDepositFees.ts';
import { GetOMSWithdrawFees } from '../../../src/endpoints/fee/GetOMSWithdrawFees.ts';
import { GetWithdrawFee } from '../../../src/endpoints/fee/GetWithdrawFee.ts';
import { dispensable } from '../../support/dispensable.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const rule = {
  OMSId: 1,
  AccountId: 2,
  AccountProviderId: 0,
  FeeId: 47,
  FeeAmt: 7,
  FeeCalcType: 'FlatRate',
  IsActive: false,
  ProductId: 1,
  MinimalFeeAmt: 2,
  MinimalFeeCalcType: 'Percentage',
};

describe.each([GetDepositFee, GetWithdrawFee])('$name', (endpoint) => {
  it('sends an amount as it is given', () => {
    expect(sent(endpoint, { AccountId: 9, ProductId: 1, Amount: '0.10', AccountProviderId: 5 })).toBe(
      '{"OMSId":1,"AccountId":9,"ProductId":1,"Amount":"0.10","AccountProviderId":5}',
    );
    expect(sentAnyway(endpoint, { AccountId: 9, ProductId: 1, Amount: NaN })).toBe(
      `${endpoint.name} was not sent: Amount should be a decimal number, or one as text such as "0.10" but is NaN. Correct the call.`,
    );
  });

  it('needs the fee alone', () => {
    const fee = { FeeAmount: 1, TicketAmount: 100, message: 'Fee calculated successfully' };
    expect(dispensable(endpoint, fee)).toEqual(['TicketAmount', 'message']);
  });
});

describe.each([GetOMSDepositFees, GetOMSWithdrawFees])('$name', (endpoint) => {
  it('asks for all rules, or for those of a product', () => {
    expect(sent(endpoint, {})).toBe('{"OMSId":1}');
    expect(sent(endpoint, { ProductId: 1, AccountProviderId: 5 })).toBe(
      '{"OMSId":1,"ProductId":1,"AccountProviderId":5}',
    );
  });

  it.each([['FlatRate'], ['Flat'], [0]])('reads %p as a flat rate', (FeeCalcType) => {
    expect(received(endpoint, JSON.stringify([{ ...rule, FeeCalcType }]))).toEqual([rule]);
  });

  it('needs all but the provider and the least that is taken', () => {
    expect(dispensable(endpoint, rule, (u) => [u], '0.')).toEqual([
      'AccountProviderId',
      'MinimalFeeAmt',
      'MinimalFeeCalcType',
    ]);
  });
});
