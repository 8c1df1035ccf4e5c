import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { notFound } from '../market/standardResponse.ts';
import { accountsOf, ownAccount } from './accounts.ts';
import type { UserHandler } from './context.ts';
import { count, fieldsOf, integer, text, longId } from './fields.ts';
import { pageOf } from './page.ts';

const statusFields = fieldsOf({ OMSId: integer, AccountId: integer, OrderId: longId }, {});

/** The latest version of one order. */
export const getOrderStatus: UserHandler = (request, context, user) =>
  pipe(
    statusFields(request),
    E.chainFirstW((fields) => ownAccount(context, user, fields)),
    E.chainW(({ AccountId, OrderId }) => context.market.orderStatus(AccountId, OrderId)),
  );

const openFields = fieldsOf({ OMSId: integer, AccountId: integer }, { InstrumentId: integer });

/** The open orders of one account. */
export const getOpenOrders: UserHandler = (request, context, user) =>
  pipe(
    openFields(request),
    E.chainFirstW((fields) => ownAccount(context, user, fields)),
    E.chainW(({ AccountId, InstrumentId }) =>
      context.market.openOrders(AccountId, InstrumentId, context.asOf()),
    ),
  );

const reportFields = fieldsOf({ OMSId: integer, AccountId: integer }, {});

/** The block trades that one account has reported and that wait for their other side. */
export const getOpenTradeReports: UserHandler = (request, context, user) =>
  pipe(
    reportFields(request),
    E.chainW((fields) => ownAccount(context, user, fields)),
    E.chainW((accountId) => context.market.openTradeReports(accountId, context.asOf())),
    E.map((reports) => reports.map((report) => ({ ...report, CancelReasonDescription: null }))),
  );

const versionFields = fieldsOf({ OMSId: integer, OrderId: longId }, {});
const orderNotFound = notFound('Order not Found');

/** Every version of one order of the caller's, newest first. */
export const getOrderHistoryByOrderId: UserHandler = (request, { market, asOf }, user) =>
  pipe(
    versionFields(request),
    E.chain(({ OMSId, OrderId }) =>
      OMSId === 1 ? market.orderVersions(OrderId, asOf()) : E.left(orderNotFound),
    ),
    E.filterOrElse(
      ([latest]) => latest !== undefined && accountsOf(market, user).includes(latest.Account),
      () => orderNotFound,
    ),
  );

const stateNames = ['Unknown', 'Working', 'Rejected', 'Canceled', 'Expired', 'FullyExecuted'];

/** A state may be asked for by its name, its number, or its number as text. */
const stateName = (state: string | number | undefined): string | undefined =>
  state === undefined ? undefined : (stateNames[Number(state)] ?? String(state).replace(' ', ''));

const historyFields = fieldsOf(
  { OMSId: integer },
  {
    AccountId: integer,
    InstrumentId: integer,
    OrderId: longId,
    ClientOrderId: longId,
    OriginalOrderId: longId,
    OriginalClientOrderId: longId,
    UserId: integer,
    OrderState: t.union([text, integer], 'a String'),
    StartTimestamp: integer,
    EndTimestamp: integer,
    Depth: count,
    Limit: count,
    StartIndex: count,
  },
);

const defaultDepth = 100;

/**
 * The latest version of every order of one account, newest first; of the default account where none is named. The
 * market does not ask which user entered an order, so the page is cut here.
 */
export const getOrdersHistory: UserHandler = (request, context, user) =>
  pipe(
    historyFields(request),
    E.chainW(({ OrderState, Depth, Limit, StartIndex = 0, UserId = 0, ...fields }) =>
      pipe(
        ownAccount(context, user, fields),
        E.chainW((AccountId) =>
          context.market.ordersHistory({
            ...fields,
            AccountId,
            OrderState: stateName(OrderState),
            Depth: Infinity,
            asOf: context.asOf(),
          }),
        ),
        E.map((orders) => orders.filter(({ EnteredBy }) => UserId === 0 || EnteredBy === UserId)),
        E.map((orders) => pageOf(orders, StartIndex, Depth ?? Limit ?? defaultDepth)),
      ),
    ),
  );
