import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { Market } from '../../market/market.ts';
import type { OrderTrade } from '../../market/orderTrade.ts';
import type { StandardResponse } from '../../market/standardResponse.ts';
import type { Transaction } from '../../market/transaction.ts';
import { allTrades } from '../executions.ts';
import { csvOf } from './csv.ts';
import { productDelta, productDeltaColumns } from './productDelta.ts';
import { profitAndLoss, profitAndLossColumns } from './profitAndLoss.ts';
import type { Run } from './report.ts';

const tradeColumns = [
  'TradeId',
  'ExecutionId',
  'TradeTimeMS',
  'AccountId',
  'AccountName',
  'InstrumentId',
  'OrderId',
  'ClientOrderId',
  'Side',
  'OrderType',
  'MakerTaker',
  'Quantity',
  'Price',
  'Value',
  'Fee',
  'FeeProductId',
  'CounterParty',
] as const;

const transactionColumns = [
  'TransactionId',
  'TimeStamp',
  'AccountId',
  'ProductId',
  'CR',
  'DR',
  'Balance',
  'TransactionType',
  'ReferenceType',
  'ReferenceId',
  'Counterparty',
] as const;

/** What an account has none of. */
const orNone = <A>(rows: E.Either<StandardResponse, readonly A[]>): readonly A[] =>
  pipe(
    rows,
    E.getOrElse((): readonly A[] => []),
  );

/** What had happened when a report was written; oldest first, account by account. */
const spanOf = ({ from, until, writtenAt }: Run): readonly [start: number, end: number] => [
  from,
  Math.min(until, writtenAt),
];

const tradesIn = (market: Market, run: Run): readonly OrderTrade[] => {
  const [start, end] = spanOf(run);
  const isWithin = ({ TradeTimeMS }: OrderTrade): boolean => TradeTimeMS >= start && TradeTimeMS <= end;
  return run.report.accountIds.flatMap((AccountId) =>
    orNone(allTrades(market, { AccountId })).filter(isWithin).toReversed(),
  );
};

const transactionsIn = (market: Market, run: Run): readonly Transaction[] => {
  const [start, end] = spanOf(run);
  const isWithin = ({ TimeStamp }: Transaction): boolean => TimeStamp >= start && TimeStamp <= end;
  return run.report.accountIds.flatMap((AccountId) =>
    orNone(market.transactions({ AccountId })).filter(isWithin).toReversed(),
  );
};

/** Deposits and withdrawals, out of all changes. */
const isOfTreasury = ({ ReferenceType }: Transaction): boolean => ReferenceType !== 'Trade';

/** The text of the document that a run of a report has written: CSV. */
export const reportText = (market: Market, run: Run): string => {
  switch (run.report.flavor) {
    case 'TradeActivity':
      return csvOf(tradeColumns, tradesIn(market, run));
    case 'Transaction':
      return csvOf(transactionColumns, transactionsIn(market, run));
    case 'Treasury':
      return csvOf(transactionColumns, transactionsIn(market, run).filter(isOfTreasury));
    case 'ProductDelta':
      return csvOf(productDeltaColumns, productDelta(transactionsIn(market, run)));
    case 'ProfitAndLoss':
      return csvOf(profitAndLossColumns, profitAndLoss(tradesIn(market, run)));
  }
};
