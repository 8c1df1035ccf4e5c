import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { AccountTradesRequest } from '../market/accountTradesRequest.ts';
import type { Market } from '../market/market.ts';
import type { OrderTrade } from '../market/orderTrade.ts';
import type { StandardResponse } from '../market/standardResponse.ts';
import { ownAccount } from './accounts.ts';
import type { UserHandler } from './context.ts';
import { count, fieldsOf, integer, longId } from './fields.ts';
import { pageOf } from './page.ts';

/** The most rows that one page has. */
const mostRows = 200;

/** All executions of an account that pass the filters, newest first, however many pages they are. */
export const allTrades = (
  { accountTrades }: Market,
  request: Omit<AccountTradesRequest, 'Depth' | 'Count' | 'StartIndex'>,
): E.Either<StandardResponse, readonly OrderTrade[]> => {
  const all: OrderTrade[] = [];
  for (;;) {
    const page = accountTrades({ ...request, Depth: mostRows, StartIndex: all.length });
    if (E.isLeft(page)) return page;
    all.push(...page.right);
    if (page.right.length < mostRows) return E.right(all);
  }
};

const tradesFields = fieldsOf(
  { OMSId: integer },
  {
    AccountId: integer,
    InstrumentId: integer,
    TradeId: longId,
    OrderId: longId,
    ExecutionId: longId,
    UserId: integer,
    StartTimeStamp: integer,
    EndTimeStamp: integer,
    StartTimestamp: integer,
    EndTimestamp: integer,
    Depth: count,
    Count: count,
    StartIndex: count,
  },
);

type Asked = Omit<AccountTradesRequest, 'Count'> & { readonly UserId: number | undefined };

/** Which user entered an order is not asked of the market. */
const tradesOf = (
  market: Market,
  { UserId = 0, Depth = mostRows, StartIndex = 0, ...filters }: Asked,
): E.Either<StandardResponse, readonly OrderTrade[]> => {
  const depth = Math.min(Depth, mostRows);
  return UserId === 0
    ? market.accountTrades({ ...filters, Depth: depth, StartIndex })
    : pipe(
        allTrades(market, filters),
        E.map((trades) => trades.filter(({ OrderOriginator }) => OrderOriginator === UserId)),
        E.map((trades) => pageOf(trades, StartIndex, depth)),
      );
};

/**
 * The executions of one account, newest first; of the default account where none is named. Times may be spelled
 * either way that is in use.
 */
export const getAccountTrades: UserHandler = (request, context, user) =>
  pipe(
    tradesFields(request),
    E.chainW(({ Count, Depth = Count, ...fields }) =>
      pipe(
        ownAccount(context, user, fields),
        E.chainW((AccountId) =>
          tradesOf(context.market, {
            ...fields,
            AccountId,
            Depth,
            asOf: context.asOf(),
            StartTimeStamp: fields.StartTimeStamp ?? fields.StartTimestamp,
            EndTimeStamp: fields.EndTimeStamp ?? fields.EndTimestamp,
          }),
        ),
      ),
    ),
  );
