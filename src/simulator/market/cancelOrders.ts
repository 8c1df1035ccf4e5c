import type { CancelAllRequest, CancelRequest } from './cancelRequest.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import type { Order } from './order.ts';
import { cancel, orderStateEvent } from './orderVersions.ts';
import type { Outcome } from './outcome.ts';
import { readId } from './readId.ts';
import { type StandardResponse, invalidRequest, notFound, success } from './standardResponse.ts';

const byUser = { reason: 'UserModified', cancelReason: 'UserModified' } as const;

const cancelOne = (floor: Floor, order: Order): readonly MarketEvent[] => {
  const listing = floor.listings.get(order.instrument.InstrumentId);
  return listing === undefined ? [] : [orderStateEvent(cancel(floor, listing, order, byUser))];
};

const refused = (reply: StandardResponse): Outcome<StandardResponse> => ({ reply, events: [] });

const isNamed = (id: number | bigint | undefined): id is number | bigint => id !== undefined && id !== 0;

/** Cancels one order that is open, named by its id, or by the client's and the account. */
export const cancelOrder = (floor: Floor, request: CancelRequest): Outcome<StandardResponse> => {
  const orderId = readId(request.OrderId);
  const clientOrderId = readId(request.ClOrderId ?? request.ClientOrderId);
  const { AccountId: accountId, accountIds } = request;
  if (!isNamed(orderId) && !isNamed(clientOrderId)) {
    return refused(invalidRequest('OrderId or ClOrderId is required'));
  }
  if (!isNamed(orderId) && accountId === undefined) {
    return refused(invalidRequest('AccountId is required with ClOrderId'));
  }
  const order = isNamed(orderId)
    ? floor.orders.find(Number(orderId))
    : floor.orders.open(accountId ?? 0).find((open) => open.clientOrderId === clientOrderId);
  const isTheirs =
    order !== undefined &&
    (accountId === undefined || accountId === order.account.AccountId) &&
    (accountIds === undefined || accountIds.includes(order.account.AccountId));
  if (!isTheirs || order.state !== 'Working') return refused(notFound('Order not Found'));
  return { reply: success, events: cancelOne(floor, order) };
};

/** Cancels the open orders of some accounts, oldest first, on one instrument or all. */
export const cancelAllOrders = (
  floor: Floor,
  { accountIds, InstrumentId = 0 }: CancelAllRequest,
): Outcome<StandardResponse> => {
  if (!accountIds.every((id) => floor.accounts.has(id))) return refused(notFound('Account not Found'));
  if (InstrumentId !== 0 && !floor.listings.has(InstrumentId))
    return refused(notFound('Instrument not Found'));
  const orders = accountIds
    .flatMap((id) => floor.orders.open(id))
    .filter(({ instrument }) => InstrumentId === 0 || instrument.InstrumentId === InstrumentId);
  return { reply: success, events: orders.flatMap((order) => cancelOne(floor, order)) };
};
