import { GetAccountTransactions } from '../../../src/endpoints/account/GetAccountTransactions.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const transaction = {
  TransactionId: 2663709493,
  ReferenceId: 68,
  OMSId: 1,
  AccountId: 449,
  CR: 10,
  DR: 0,
  Counterparty: 3,
  TransactionType: 'Other',
  ReferenceType: 'Deposit',
  ProductId: 1,
  Balance: 10,
  TimeStamp: 1607532331591,
};

describe('GetAccountTransactions', () => {
  it('sends kinds by name, however they are given', () => {
    expect(
      sent(GetAccountTransactions, {
        TransactionTypes: ['Fee', 2, 'MarginRelinquish'],
        TransactionReferenceTypes: [3, 'MarginQuoteHold'],
      }),
    ).toBe(
      '{"OMSId":1,"TransactionTypes":["Fee","Trade","MarginRelinquish"],"TransactionReferenceTypes":["Withdraw","MarginQuoteHold"]}',
    );
  });

  it('spells the two ends of the time as the exchange does', () => {
    expect(sent(GetAccountTransactions, { StartTimestamp: 1, EndTimeStamp: 2 })).toBe(
      '{"OMSId":1,"StartTimestamp":1,"EndTimeStamp":2}',
    );
    expect(sentAnyway(GetAccountTransactions, { EndTimestamp: 2 })).toBe(
      'GetAccountTransactions was not sent: EndTimestamp should be left out, as there is no such field, but is 2. Correct the call.',
    );
  });

  it('refuses a kind that there is not, and one that is not in a list', () => {
    expect(sentAnyway(GetAccountTransactions, { TransactionReferenceTypes: ['Deposit', 'Gift'] })).toMatch(
      /TransactionReferenceTypes\.1 should be one of Trade, Deposit, .*, MarginQuoteHold but is "Gift"/,
    );
    expect(sentAnyway(GetAccountTransactions, { TransactionTypes: 'Fee' })).toBe(
      'GetAccountTransactions was not sent: TransactionTypes should be a list of names out of TransactionType but is "Fee". Correct the call.',
    );
  });

  it('reads kinds that came as numbers, and ids of 64 bits', () => {
    const text = JSON.stringify([{ ...transaction, TransactionType: 3, ReferenceType: 2 }]);
    expect(received(GetAccountTransactions, text)).toEqual([transaction]);
    expect(received(GetAccountTransactions, text.replace(':68,', ':9007199254740993,'))).toEqual([
      { ...transaction, ReferenceId: 9007199254740993n },
    ]);
  });
});
