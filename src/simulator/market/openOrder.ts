import * as E from 'fp-ts/lib/Either.js';
import type { DecimalInput } from './decimal.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import type { Order } from './order.ts';
import { readId } from './readId.ts';
import { type StandardResponse, notFound } from './standardResponse.ts';

/** Names an open order: by its id, or by the client's and the account. */
export interface OrderName {
  readonly orderId: DecimalInput | undefined;
  readonly clientOrderId?: DecimalInput | undefined;
  readonly accountId: number | undefined;
}

/** An order and where it is traded. */
export interface Placed {
  readonly order: Order;
  readonly listing: Listing;
}

const isNamed = (id: number | bigint | undefined): id is number | bigint => id !== undefined && id !== 0;

/** Finds an open order; 104 where there is none of that name, or it is of another account. */
export const findOpenOrder = (
  { orders, listings }: Floor,
  { orderId, clientOrderId, accountId }: OrderName,
): E.Either<StandardResponse, Placed> => {
  const id = readId(orderId);
  const order = isNamed(id)
    ? orders.find(Number(id))
    : orders.findOpen(accountId ?? 0, readId(clientOrderId) ?? 0);
  const listing = listings.get(order?.instrument.InstrumentId ?? 0);
  const isTheirs = accountId === undefined || order?.account.AccountId === accountId;
  return order?.state === 'Working' && listing !== undefined && isTheirs
    ? E.right({ order, listing })
    : E.left(notFound('Order not Found'));
};

/** Whether an id was given, and is not 0. */
export const isIdGiven = (id: DecimalInput | undefined): boolean => isNamed(readId(id));
