import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { AccountSpec } from './account.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import { findOpenOrder } from './openOrder.ts';
import type { OrderIntent } from './orderIntent.ts';
import type { OrderRequest } from './orderRequest.ts';
import type { Outcome } from './outcome.ts';
import { type SendOrderReply, placeOrder } from './placeOrder.ts';
import { readOrderRequest } from './readOrderRequest.ts';
import { type StandardResponse, invalidRequest, notFound } from './standardResponse.ts';

/** An order that has been read, with the account and the instrument it names. */
export interface Addressed {
  readonly intent: OrderIntent;
  readonly account: AccountSpec;
  readonly listing: Listing;
}

/** What an order is linked to must be open, and of its own account, instrument and side. */
const checkLink = (floor: Floor, intent: OrderIntent): E.Either<StandardResponse, OrderIntent> => {
  const { linkedTo: orderId, accountId, instrumentId, side } = intent;
  if (orderId === 0) return E.right(intent);
  return pipe(
    findOpenOrder(floor, { orderId, accountId }),
    E.filterOrElse(
      ({ order }) => order.instrument.InstrumentId === instrumentId && order.side === side,
      () => invalidRequest('OrderIdOCO is of another instrument or side'),
    ),
    E.map(() => intent),
  );
};

const addressed = (floor: Floor, intent: OrderIntent): E.Either<StandardResponse, Addressed> => {
  const listing = floor.listings.get(intent.instrumentId);
  if (listing === undefined) return E.left(notFound('Instrument not Found'));
  const account = floor.accounts.get(intent.accountId);
  return account === undefined
    ? E.left(notFound('Account not Found'))
    : E.right({ intent, account, listing });
};

/** Reads an order and finds what it names; 100, 104 or 106 where that cannot be done. */
export const addressOrder = (floor: Floor, request: OrderRequest): E.Either<StandardResponse, Addressed> =>
  pipe(
    readOrderRequest(request),
    E.chain((intent) => addressed(floor, intent)),
    E.chainFirst(({ intent }) => checkLink(floor, intent)),
  );

/** Takes an order as it comes off the wire. */
export const takeOrder = (floor: Floor, request: OrderRequest): Outcome<SendOrderReply | StandardResponse> =>
  pipe(
    addressOrder(floor, request),
    E.match(
      (reply): Outcome<SendOrderReply | StandardResponse> => ({ reply, events: [] }),
      ({ intent, account, listing }) => placeOrder(floor, listing, account, intent),
    ),
  );
