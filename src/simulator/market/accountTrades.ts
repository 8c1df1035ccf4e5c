import type { AccountTradesRequest } from './accountTradesRequest.ts';
import type { OrderTrade } from './orderTrade.ts';
import { isWithin, newestFirst, passes } from './page.ts';

const mostRows = 200;

const isWanted = (trade: OrderTrade, request: AccountTradesRequest): boolean =>
  passes(request.InstrumentId, trade.InstrumentId) &&
  passes<number | bigint>(request.TradeId, trade.TradeId) &&
  passes<number | bigint>(request.OrderId, trade.OrderId) &&
  passes<number | bigint>(request.ExecutionId, trade.ExecutionId) &&
  isWithin(trade.TradeTimeMS, request.StartTimeStamp, request.EndTimeStamp) &&
  isWithin(trade.TradeTimeMS, undefined, request.asOf);

/** The page of executions that a request asks for, newest first, from all of its account, oldest first. */
export const accountTrades = (
  trades: readonly OrderTrade[],
  request: AccountTradesRequest,
): readonly OrderTrade[] =>
  newestFirst(
    trades.filter((trade) => isWanted(trade, request)),
    request.StartIndex,
    Math.min(request.Depth ?? request.Count ?? mostRows, mostRows),
  );
