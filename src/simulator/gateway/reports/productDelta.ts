import { type Decimal, subtract, sum } from '../../market/decimal.ts';
import type { Transaction } from '../../market/transaction.ts';
import { groupsOf } from './groups.ts';

/** The columns of a report on how balances have changed. */
export const productDeltaColumns = ['AccountId', 'ProductId', 'CR', 'DR', 'Delta', 'Balance'] as const;

/** A row of such a report. */
export interface ProductDelta {
  readonly AccountId: number;
  readonly ProductId: number;
  /** All that came in. */
  readonly CR: Decimal;
  /** All that went out. */
  readonly DR: Decimal;
  readonly Delta: Decimal;
  /** At the end. */
  readonly Balance: Decimal;
}

const deltaOf = (changes: readonly Transaction[]): readonly ProductDelta[] => {
  const last = changes.at(-1);
  if (last === undefined) return [];
  const credit = sum(changes.map(({ CR }) => CR));
  const debit = sum(changes.map(({ DR }) => DR));
  return [
    {
      AccountId: last.AccountId,
      ProductId: last.ProductId,
      CR: credit,
      DR: debit,
      Delta: subtract(credit, debit),
      Balance: last.Balance,
    },
  ];
};

/** How each balance has changed, from all of its changes, oldest first. */
export const productDelta = (transactions: readonly Transaction[]): readonly ProductDelta[] =>
  groupsOf(transactions, ({ AccountId, ProductId }) => `${AccountId}/${ProductId}`).flatMap(deltaOf);
