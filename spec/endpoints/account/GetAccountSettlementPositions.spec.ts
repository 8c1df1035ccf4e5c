import { GetAccountSettlementPositions } from '../../../src/endpoints/account/GetAccountSettlementPositions.ts';
import { dispensable } from '../../support/dispensable.ts';
import { received } from '../../support/exchanged.ts';

const position = {
  OMSId: 1,
  AccountId: 7,
  ProductId: 2,
  ProductSymbol: 'BTC',
  ProductType: 'CryptoCurrency',
  Position: -0.25,
  BaseProductId: 1,
  BaseProductSymbol: null,
  BaseProductNotionalAmount: -7500,
  CreditLimit: 1,
  CreditUtilization: 0.25,
  CreditRemaining: 0.75,
  CurrentNotionalRate: 30000,
  CurrentBaseProductNotionalAmount: -7500,
};
const reply = {
  OMSId: 1,
  AccountId: 7,
  AccountName: 'credit',
  CreditTier: 1,
  TradingHalted: false,
  BaseProductId: 1,
  BaseProductSymbol: 'USD',
  BaseProductAmountFiat: 0,
  BaseProductAmountCrypto: -7500,
  BaseProductNetOwedAmount: 7500,
  BaseProductNetOwedLimit: 10000,
  BaseProductNetOwedRemaining: 2500,
  BaseProductNetOwedAmountFiat: 0,
  BaseProductNetOwedAmountCrypto: 7500,
  AccountSettlementPositions: [position],
};
const withPosition = (u: unknown): unknown => ({ ...reply, AccountSettlementPositions: [u] });

describe('GetAccountSettlementPositions', () => {
  it('reads positions, whose base product may have no symbol', () => {
    expect(received(GetAccountSettlementPositions, JSON.stringify(reply))).toEqual(reply);
  });

  it('reads amounts of 28 digits', () => {
    const text = JSON.stringify(reply).replace('-0.25,', '-0.2500000000000000000000000000,');
    expect(received(GetAccountSettlementPositions, text)).toEqual(reply);
  });

  it('needs every field', () => {
    expect(dispensable(GetAccountSettlementPositions, reply)).toEqual([]);
    expect(
      dispensable(GetAccountSettlementPositions, position, withPosition, 'AccountSettlementPositions.0.'),
    ).toEqual([]);
  });
});
