import { isWithin, newestFirst, passes } from './page.ts';
import type { Transaction } from './transaction.ts';
import type { TransactionsRequest } from './transactionsRequest.ts';

const isAmong = (names: readonly string[] | undefined, name: string): boolean =>
  names === undefined || names.length === 0 || names.includes(name);

const isWanted = (transaction: Transaction, request: TransactionsRequest): boolean =>
  passes(request.ProductId, transaction.ProductId) &&
  passes<number | bigint>(request.TransactionId, transaction.TransactionId) &&
  passes<number | bigint>(request.ReferenceId, transaction.ReferenceId) &&
  isAmong(request.TransactionTypes, transaction.TransactionType) &&
  isAmong(request.TransactionReferenceTypes, transaction.ReferenceType) &&
  isWithin(transaction.TimeStamp, request.StartTimestamp, request.EndTimeStamp);

/** The page of transactions that a request asks for, newest first, from all of its account, oldest first. */
export const accountTransactions = (
  transactions: readonly Transaction[],
  request: TransactionsRequest,
): readonly Transaction[] =>
  newestFirst(
    transactions.filter((transaction) => isWanted(transaction, request)),
    request.StartIndex,
    request.Depth,
  );
