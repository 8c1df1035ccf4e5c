import { type Decimal, isPositive, rescale, subtract, zero } from './decimal.ts';
import type { Floor } from './floor.ts';
import type { Transaction } from './transaction.ts';

/** Stands for an account where a product comes in from outside, or goes there. */
export const outside = 0;

/** So much of a product on its way from one account to another. */
export interface Transfer {
  readonly productId: number;
  readonly from: number;
  readonly to: number;
  readonly value: Decimal;
}

/** What a transfer is for. */
export type Purpose = Pick<Transaction, 'TransactionType' | 'ReferenceType' | 'ReferenceId'>;

/**
 * Hands a product over, and writes it down for both accounts. Only here do amounts change, so that what all accounts
 * have together changes by what comes from outside or goes there, and by nothing else.
 */
export const transfer = (
  { ledger, journal, clock }: Pick<Floor, 'ledger' | 'journal' | 'clock'>,
  { productId, from, to, value }: Transfer,
  purpose: Purpose,
): void => {
  if (!isPositive(value)) return;
  const nothing = rescale(zero, value.scale);
  const book = (accountId: number, counterparty: number, CR: Decimal, DR: Decimal): void => {
    if (accountId === outside) return;
    const Balance = ledger.change({ accountId, productId }, subtract(CR, DR));
    journal.record({
      ReferenceId: purpose.ReferenceId,
      AccountId: accountId,
      CR,
      DR,
      Counterparty: counterparty,
      TransactionType: purpose.TransactionType,
      ReferenceType: purpose.ReferenceType,
      ProductId: productId,
      Balance,
      TimeStamp: clock.now(),
    });
  };
  book(from, to, nothing, value);
  book(to, from, value, nothing);
};
