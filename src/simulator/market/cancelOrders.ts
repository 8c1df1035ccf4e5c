import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { CancelAllRequest, CancelRequest } from './cancelRequest.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import { type Placed, findOpenOrder, isIdGiven } from './openOrder.ts';
import { cancel, orderStateEvent } from './orderVersions.ts';
import type { Outcome } from './outcome.ts';
import { cancelAllRejects } from './rejects.ts';
import { type StandardResponse, invalidRequest, notFound, success } from './standardResponse.ts';

const byUser = { reason: 'UserModified', cancelReason: 'UserModified' } as const;

/** Ends an open order as its sender asked. */
export const cancelByUser = (floor: Floor, { order, listing }: Placed): readonly MarketEvent[] => [
  orderStateEvent(cancel(floor, listing, order, byUser)),
];

const refused = (reply: StandardResponse): Outcome<StandardResponse> => ({ reply, events: [] });

const findNamed = (floor: Floor, request: CancelRequest): E.Either<StandardResponse, Placed> => {
  const { OrderId: orderId, AccountId: accountId, accountIds } = request;
  const clientOrderId = request.ClOrderId ?? request.ClientOrderId;
  if (!isIdGiven(orderId) && !isIdGiven(clientOrderId)) {
    return E.left(invalidRequest('OrderId or ClOrderId is required'));
  }
  if (!isIdGiven(orderId) && accountId === undefined) {
    return E.left(invalidRequest('AccountId is required with ClOrderId'));
  }
  return pipe(
    findOpenOrder(floor, { orderId, clientOrderId, accountId }),
    E.filterOrElse(
      ({ order }) => accountIds === undefined || accountIds.includes(order.account.AccountId),
      () => notFound('Order not Found'),
    ),
  );
};

/** Cancels one order that is open, named by its id, or by the client's and the account. */
export const cancelOrder = (floor: Floor, request: CancelRequest): Outcome<StandardResponse> =>
  pipe(
    findNamed(floor, request),
    E.match(refused, (placed) => ({ reply: success, events: cancelByUser(floor, placed) })),
  );

/** Cancels the open orders of some accounts, oldest first, on one instrument or all. */
export const cancelAllOrders = (floor: Floor, request: CancelAllRequest): Outcome<StandardResponse> => {
  const { accountIds, InstrumentId = 0 } = request;
  if (!accountIds.every((id) => floor.accounts.has(id))) return refused(notFound('Account not Found'));
  if (InstrumentId !== 0 && !floor.listings.has(InstrumentId)) {
    const reply = notFound('Instrument not Found');
    return { reply, events: cancelAllRejects(floor, request, reply) };
  }
  const orders = accountIds
    .flatMap((id) => floor.orders.open(id))
    .filter(({ instrument }) => InstrumentId === 0 || instrument.InstrumentId === InstrumentId);
  const events = orders.flatMap((order) => {
    const listing = floor.listings.get(order.instrument.InstrumentId);
    return listing === undefined ? [] : cancelByUser(floor, { order, listing });
  });
  return { reply: success, events };
};
