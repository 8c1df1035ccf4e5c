import { cancelOrder } from './cancelOrders.ts';
import { cancelReplaceOrder } from './cancelReplace.ts';
import type { CancelReplaceRequest } from './cancelReplaceRequest.ts';
import type { CancelRequest } from './cancelRequest.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import type { OrderRequest } from './orderRequest.ts';
import type { Outcome } from './outcome.ts';
import type { SendOrderReply } from './placeOrder.ts';
import { readId } from './readId.ts';
import { setOffWaiting } from './setOff.ts';
import { type StandardResponse, invalidRequest } from './standardResponse.ts';
import { takeOrder } from './takeOrder.ts';

/** What a list call does with one item: the events of it, of its refusal too. */
type Take<Item> = (floor: Floor, item: Item) => readonly MarketEvent[];

/** One item after another; 100 for an empty list, else the list is taken, which `taken` says. */
const takeList =
  <Item>(take: Take<Item>) =>
  (floor: Floor, items: readonly Item[], taken: StandardResponse): Outcome<StandardResponse> =>
    items.length === 0
      ? { reply: invalidRequest('Empty order list'), events: [] }
      : { reply: taken, events: items.flatMap((item) => [...take(floor, item), ...setOffWaiting(floor)]) };

const reasonOf = (reply: SendOrderReply | StandardResponse): string =>
  'status' in reply ? reply.errormsg : (reply.detail ?? reply.errormsg ?? '');

/** Tells an account, where it is one. */
const toldTo = (floor: Floor, AccountId: number, event: MarketEvent): readonly MarketEvent[] =>
  floor.accounts.has(AccountId) ? [event] : [];

const takeOne: Take<OrderRequest> = (floor, request) => {
  const { reply, events } = takeOrder(floor, request);
  if ('status' in reply && reply.status === 'Accepted') return events;
  const AccountId = Number(readId(request.AccountId) ?? 0);
  const payload = {
    OMSId: 1,
    AccountId,
    ClientOrderId: readId(request.ClientOrderId) ?? 0,
    Status: 'Rejected',
    RejectReason: reasonOf(reply),
  } as const;
  return toldTo(floor, AccountId, { _tag: 'NewOrderReject', AccountId, payload });
};

const cancelOne: Take<CancelRequest> = (floor, request) => {
  const { reply, events } = cancelOrder(floor, request);
  if (reply.result) return events;
  const { AccountId = 0 } = request;
  const OrderId = Number(readId(request.OrderId) ?? 0);
  const order = floor.orders.find(OrderId);
  const payload = {
    OMSId: 1,
    AccountId,
    OrderId,
    OrderRevision: 0,
    OrderType: order?.type ?? 'Unknown',
    InstrumentId: order?.instrument.InstrumentId ?? 0,
    Status: 'Rejected',
    RejectReason: reasonOf(reply),
  } as const;
  return toldTo(floor, AccountId, { _tag: 'CancelOrderReject', AccountId, payload });
};

const replaceOne: Take<CancelReplaceRequest> = (floor, request) => cancelReplaceOrder(floor, request).events;

/** Takes orders; one that is refused is told by NewOrderReject. */
export const sendOrderList = takeList(takeOne);
/** Cancels orders; one that is refused is told by CancelOrderReject. */
export const cancelList = takeList(cancelOne);
/** Replaces orders; one that is refused is told by CancelReplaceOrderReject. */
export const cancelReplaceList = takeList(replaceOne);
