import { type Decimal, isPositive } from './decimal.ts';
import type { Floor } from './floor.ts';

/** Writes down what every account starts with as deposits; no event tells of them. */
export const recordOpeningBalances = ({ accounts, products, ledger, journal, clock, next }: Floor): void => {
  const record = (AccountId: number, ProductId: number, amount: Decimal): void =>
    journal.record({
      ReferenceId: next('ticket'),
      AccountId,
      CR: amount,
      DR: { ...amount, units: 0n },
      Counterparty: 0,
      TransactionType: 'Other',
      ReferenceType: 'Deposit',
      ProductId,
      Balance: amount,
      TimeStamp: clock.now(),
    });
  for (const accountId of accounts.keys()) {
    for (const productId of products.keys()) {
      const { amount } = ledger.balance({ accountId, productId });
      if (isPositive(amount)) record(accountId, productId, amount);
    }
  }
};
