import { GetAccountPositions } from '../../../src/endpoints/account/GetAccountPositions.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const position = { OMSId: 1, AccountId: 7, ProductSymbol: 'BTC', ProductId: 1, Amount: 2, Hold: 1 };

describe('GetAccountPositions', () => {
  it('must be told the account', () => {
    expect(sent(GetAccountPositions, { AccountId: 7, IncludePending: true })).toBe(
      '{"OMSId":1,"AccountId":7,"IncludePending":true}',
    );
    expect(sentAnyway(GetAccountPositions, {})).toBe(
      'GetAccountPositions was not sent: AccountId should be an integer but is undefined. Correct the call.',
    );
  });

  it('needs no more than every gateway sends', () => {
    expect(received(GetAccountPositions, JSON.stringify([position]))).toEqual([position]);
  });

  it('reads amounts that came as text', () => {
    expect(received(GetAccountPositions, JSON.stringify([{ ...position, Amount: '2.0' }]))).toEqual([
      position,
    ]);
  });
});
