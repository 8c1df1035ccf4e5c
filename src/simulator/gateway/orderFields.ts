import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { ownAccount } from './accounts.ts';
import type { Context, Refusal } from './context.ts';
import { decimalInput, fieldsOf, flag, integer } from './fields.ts';
import type { SimulatedUser } from './users.ts';

type RightOf<A> = A extends E.Right<infer R> ? R : never;

const order = {
  OMSId: integer,
  AccountId: decimalInput,
  InstrumentId: decimalInput,
  Side: decimalInput,
  OrderType: decimalInput,
};

const terms = {
  TimeInForce: decimalInput,
  Quantity: decimalInput,
  LimitPrice: decimalInput,
  Value: decimalInput,
  ClientOrderId: decimalInput,
  PostOnly: flag,
  UseDisplayQuantity: flag,
  DisplayQuantity: decimalInput,
  StopPrice: decimalInput,
  TrailingAmount: decimalInput,
  LimitOffset: decimalInput,
  PegPriceType: decimalInput,
  OrderIdOCO: decimalInput,
};

/** Reads an order. */
export const orderFields = fieldsOf(order, terms);

/** Reads an order that is to take the place of another. */
export const replacementFields = fieldsOf(order, {
  ...terms,
  OrderIdToReplace: decimalInput,
  ReplaceOrderId: decimalInput,
  ReplaceClientOrderId: decimalInput,
});

/** Reads what is to be cancelled. */
export const cancelFields = fieldsOf(
  { OMSId: integer },
  { AccountId: integer, OrderId: decimalInput, ClOrderId: decimalInput, ClientOrderId: decimalInput },
);

/** What is to be cancelled. */
export type CancelFields = RightOf<ReturnType<typeof cancelFields>>;

/** Reads an entry of a list of orders to cancel. */
export const cancelItemFields = fieldsOf({ OMSId: integer, AccountId: integer, OrderId: decimalInput }, {});

/** Lets an order pass that is for an account of the caller's. */
export const forOwnAccount =
  (context: Context, user: SimulatedUser) =>
  <A extends { readonly OMSId: number; readonly AccountId: number | string | bigint }>(
    fields: A,
  ): E.Either<Refusal, A> =>
    pipe(
      ownAccount(context, user, { OMSId: fields.OMSId, AccountId: Number(fields.AccountId) }),
      E.map(() => fields),
    );
