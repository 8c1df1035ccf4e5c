import { catchError, map, type Observable, of, throwError } from 'rxjs';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import type { Connection } from '../connection/connection.ts';
import { GetAccountPositions } from '../endpoints/account/GetAccountPositions.ts';
import { GetAccountTrades } from '../endpoints/trading/GetAccountTrades.ts';
import { GetOpenOrders } from '../endpoints/trading/GetOpenOrders.ts';
import { GetOrderStatus } from '../endpoints/trading/GetOrderStatus.ts';
import { GetTradesHistory } from '../endpoints/trading/GetTradesHistory.ts';
import { isClientError } from '../errors.ts';
import { request$ } from '../requests/request.ts';
import type { AccountInput, Answer, Question } from './account.ts';
import { leftOut } from '../codec/leftOut.ts';
import type { OrderKey } from './shelf.ts';
import type { Untimed } from './now.ts';
import { type Trades, tradesPage } from './paging.ts';
import { trades$ } from './tradePages.ts';

/** Says whether a fill is of an order that was sent from here. */
type IsOwn = (trade: OrderTrade) => boolean;

const fillsIn =
  (_tag: 'Trades' | 'FillsOf', isOwn: IsOwn) =>
  ({ rows, leftOut: missing }: Trades): Answer => {
    const own = new Set(rows.filter(isOwn).map(({ OrderId }) => OrderId));
    return { _tag, rows, leftOut: missing, own };
  };

const open$ = (connection: Connection, AccountId: number): Observable<Answer> =>
  request$(connection, GetOpenOrders, { AccountId }).pipe(
    map((rows) => ({ _tag: 'OpenOrders', rows, leftOut: leftOut(rows) })),
  );

const status$ = (connection: Connection, AccountId: number, OrderId: OrderKey): Observable<Answer> =>
  request$(connection, GetOrderStatus, { AccountId, OrderId }).pipe(
    map((order) => ({ _tag: 'Status', order })),
  );

/** One page: how many are wanted depends on what is known. */
const page$ = (connection: Connection, AccountId: number, StartIndex: number): Observable<Trades> =>
  request$(connection, GetAccountTrades, { AccountId, StartIndex, Depth: tradesPage }).pipe(
    map((rows) => ({ rows, leftOut: leftOut(rows) })),
  );

const fillsOf$ = (connection: Connection, AccountId: number, OrderId: OrderKey): Observable<Trades> => {
  const wanted = { AccountId, OrderId, Depth: tradesPage };
  return trades$(connection, {
    call: GetTradesHistory.name,
    ask$: (StartIndex) =>
      request$(connection, GetTradesHistory, StartIndex === 0 ? wanted : { ...wanted, StartIndex }),
  });
};

const positions$ = (connection: Connection, AccountId: number): Observable<Answer> =>
  request$(connection, GetAccountPositions, { AccountId }).pipe(
    map((rows) => ({ _tag: 'Positions', rows, leftOut: leftOut(rows) })),
  );

const answer$ = (
  connection: Connection,
  AccountId: number,
  question: Question,
  isOwn: IsOwn,
): Observable<Answer> => {
  switch (question._tag) {
    case 'OpenOrders':
      return open$(connection, AccountId);
    case 'Status':
      return status$(connection, AccountId, question.OrderId);
    case 'Trades':
      return page$(connection, AccountId, question.StartIndex).pipe(map(fillsIn('Trades', isOwn)));
    case 'FillsOf':
      return fillsOf$(connection, AccountId, question.OrderId).pipe(map(fillsIn('FillsOf', isOwn)));
    case 'Positions':
      return positions$(connection, AccountId);
  }
};

/** Puts a question to the exchange: one input, the answer or that there is none. */
export const ask$ = (
  connection: Connection,
  AccountId: number,
  question: Question,
  isOwn: IsOwn,
): Observable<Untimed<AccountInput>> =>
  answer$(connection, AccountId, question, isOwn).pipe(
    map((answer) => ({ _tag: 'Answered', question, answer }) as const),
    catchError((cause: unknown) =>
      isClientError(cause) ? of({ _tag: 'Unanswered', question, cause } as const) : throwError(() => cause),
    ),
  );
