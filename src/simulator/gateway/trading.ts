import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Outcome } from '../market/market.ts';
import { notFound } from '../market/standardResponse.ts';
import { accountsOf, ownAccount } from './accounts.ts';
import type { Context, Refusal, UserHandler } from './context.ts';
import { count, decimalInput, fieldsOf, flag, integer, text } from './fields.ts';
import type { SimulatedUser } from './users.ts';

const publishOutcome =
  ({ publish }: Context) =>
  ({ reply, events }: Outcome<unknown>): unknown => {
    publish(events);
    return reply;
  };

const orderFields = fieldsOf(
  {
    OMSId: integer,
    AccountId: decimalInput,
    InstrumentId: decimalInput,
    Side: decimalInput,
    OrderType: decimalInput,
  },
  {
    TimeInForce: decimalInput,
    Quantity: decimalInput,
    LimitPrice: decimalInput,
    Value: decimalInput,
    ClientOrderId: decimalInput,
    PostOnly: flag,
    UseDisplayQuantity: flag,
    DisplayQuantity: decimalInput,
  },
);

/** Takes an order. */
export const sendOrder: UserHandler = (request, context, user) =>
  pipe(
    orderFields(request),
    E.chainFirstW(({ OMSId, AccountId }) =>
      ownAccount(context, user, { OMSId, AccountId: Number(AccountId) }),
    ),
    E.map((order) => publishOutcome(context)(context.market.sendOrder(order))),
  );

const cancelFields = fieldsOf(
  { OMSId: integer },
  { AccountId: integer, OrderId: decimalInput, ClOrderId: decimalInput, ClientOrderId: decimalInput },
);

const orderNotFound = notFound(null);

/** The account of an order that is called by its id alone; only the caller's are searched. */
const accountOfOrder = (
  { market }: Context,
  user: SimulatedUser,
  orderId: number,
): E.Either<Refusal, number> =>
  pipe(
    accountsOf(market, user).find((accountId) => E.isRight(market.orderStatus(accountId, orderId))),
    E.fromNullable(orderNotFound),
  );

/** Cancels one order, by its id, or by its client's id and the account. */
export const cancelOrder: UserHandler = (request, context, user) =>
  pipe(
    cancelFields(request),
    E.chainW((fields) =>
      pipe(
        fields.AccountId === undefined && fields.OrderId !== undefined
          ? accountOfOrder(context, user, Number(fields.OrderId))
          : ownAccount(context, user, fields),
        E.map((AccountId) => publishOutcome(context)(context.market.cancelOrder({ ...fields, AccountId }))),
      ),
    ),
  );

const cancelAllFields = fieldsOf({ OMSId: integer }, { AccountId: integer, InstrumentId: integer });

const accountsMeant = (
  context: Context,
  user: SimulatedUser,
  fields: { readonly OMSId: number; readonly AccountId: number | undefined },
): E.Either<Refusal, readonly number[]> =>
  (fields.AccountId ?? 0) === 0
    ? E.right(accountsOf(context.market, user))
    : pipe(
        ownAccount(context, user, fields),
        E.map((accountId) => [accountId]),
      );

/** Cancels all orders of an account; of every account of the caller's where none is named, or 0. */
export const cancelAllOrders: UserHandler = (request, context, user) =>
  pipe(
    cancelAllFields(request),
    E.chainW((fields) =>
      pipe(
        accountsMeant(context, user, fields),
        E.map((accountIds) =>
          publishOutcome(context)(
            context.market.cancelAllOrders({ accountIds, InstrumentId: fields.InstrumentId }),
          ),
        ),
      ),
    ),
  );

const statusFields = fieldsOf({ OMSId: integer, AccountId: integer, OrderId: integer }, {});

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
    E.chainW(({ AccountId, InstrumentId }) => context.market.openOrders(AccountId, InstrumentId)),
  );

const stateNames = ['Unknown', 'Working', 'Rejected', 'Canceled', 'Expired', 'FullyExecuted'];

/** A state may be asked for by its name, its number, or its number as text. */
const stateName = (state: string | number | undefined): string | undefined =>
  state === undefined ? undefined : (stateNames[Number(state)] ?? String(state));

const historyFields = fieldsOf(
  { OMSId: integer },
  {
    AccountId: integer,
    InstrumentId: integer,
    OrderId: integer,
    ClientOrderId: integer,
    OrderState: t.union([text, integer], 'a String'),
    StartTimestamp: integer,
    EndTimestamp: integer,
    Depth: count,
    Limit: count,
    StartIndex: count,
  },
);

/** The latest version of every order of one account, newest first; of the default account where none is named. */
export const getOrdersHistory: UserHandler = (request, context, user) =>
  pipe(
    historyFields(request),
    E.chainW(({ OrderState, ...fields }) =>
      pipe(
        ownAccount(context, user, fields),
        E.chainW((AccountId) =>
          context.market.ordersHistory({ ...fields, AccountId, OrderState: stateName(OrderState) }),
        ),
      ),
    ),
  );
