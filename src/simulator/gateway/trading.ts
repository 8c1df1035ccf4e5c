import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { invalidRequest, notFound } from '../market/standardResponse.ts';
import { accountsOf, ownAccount } from './accounts.ts';
import type { Context, Refusal, UserHandler } from './context.ts';
import { decimalInput, fieldsOf, integer } from './fields.ts';
import { onOms } from './oms.ts';
import {
  type CancelFields,
  cancelFields,
  forOwnAccount,
  orderFields,
  replacementFields,
} from './orderFields.ts';
import { publishOutcome } from './publishOutcome.ts';
import type { SimulatedUser } from './users.ts';

/** Takes an order. */
export const sendOrder: UserHandler = (request, context, user) =>
  pipe(
    orderFields(request),
    E.chainW(forOwnAccount(context, user)),
    E.map((order) => publishOutcome(context)(context.market.sendOrder(order))),
  );

/** Takes an order in place of another, which is cancelled. */
export const cancelReplaceOrder: UserHandler = (request, context, user) =>
  pipe(
    replacementFields(request),
    E.chainW(forOwnAccount(context, user)),
    E.map((replacement) => publishOutcome(context)(context.market.cancelReplaceOrder(replacement))),
  );

const modifyFields = fieldsOf(
  {
    OMSId: integer,
    OrderId: decimalInput,
    InstrumentId: decimalInput,
    AccountId: decimalInput,
    Quantity: decimalInput,
  },
  {},
);

/** Lowers what remains of an order. */
export const modifyOrder: UserHandler = (request, context, user) =>
  pipe(
    modifyFields(request),
    E.chainW(forOwnAccount(context, user)),
    E.map((change) => publishOutcome(context)(context.market.modifyOrder(change))),
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

const accountMissing = invalidRequest('AccountId is required with ClOrderId');

/** The account of the order to cancel: the one that is named, or, with an order id, the one that has it. */
const accountOfCancel = (
  context: Context,
  user: SimulatedUser,
  { OMSId, AccountId, OrderId }: CancelFields,
): E.Either<Refusal, number> => {
  if (AccountId !== undefined) return ownAccount(context, user, { OMSId, AccountId });
  return OrderId === undefined ? E.left(accountMissing) : accountOfOrder(context, user, Number(OrderId));
};

/** Cancels one order, by its id, or by its client's id and the account. */
export const cancelOrder: UserHandler = (request, context, user) =>
  pipe(
    cancelFields(request),
    E.chain(onOms),
    E.chainW((fields) =>
      pipe(
        accountOfCancel(context, user, fields),
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
    E.chain(onOms),
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
