import { type History, createHistory } from './history.ts';
import type { Transaction } from './transaction.ts';

/** Every change of every balance. */
export interface Journal {
  readonly record: (entry: Omit<Transaction, 'TransactionId' | 'OMSId'>) => void;
  /** The transactions of an account, oldest first. */
  readonly of: History<Transaction>['of'];
  /** The transactions since the last call, oldest first. */
  readonly takeNew: () => readonly Transaction[];
}

/** A journal without an entry, of which the last `most` are kept of each account. */
export const createJournal = (most: number): Journal => {
  const history = createHistory<Transaction>(most);
  let fresh: Transaction[] = [];
  let count = 0;
  return {
    record: (entry) => {
      count += 1;
      const { ReferenceId, ...rest } = entry;
      const transaction: Transaction = { TransactionId: count, ReferenceId, OMSId: 1, ...rest };
      history.record(entry.AccountId, transaction);
      fresh.push(transaction);
    },
    of: history.of,
    takeNew: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
};
