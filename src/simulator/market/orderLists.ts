import { cancelOrder } from './cancelOrders.ts';
import { cancelReplaceOrder } from './cancelReplace.ts';
import type { CancelReplaceRequest } from './cancelReplaceRequest.ts';
import type { CancelRequest } from './cancelRequest.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import type { OrderRequest } from './orderRequest.ts';
import type { Outcome } from './outcome.ts';
import { isRefused } from './placeOrder.ts';
import { cancelOrderRejects, newOrderRejects } from './rejects.ts';
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

const takeOne: Take<OrderRequest> = (floor, request) => {
  const { reply, events } = takeOrder(floor, request);
  return isRefused(reply) ? newOrderRejects(floor, request, reply) : events;
};

const cancelOne: Take<CancelRequest> = (floor, request) => {
  const { reply, events } = cancelOrder(floor, request);
  return isRefused(reply) ? cancelOrderRejects(floor, request, reply) : events;
};

const replaceOne: Take<CancelReplaceRequest> = (floor, request) => cancelReplaceOrder(floor, request).events;

/** Takes orders; one that is refused is told by NewOrderReject. */
export const sendOrderList = takeList(takeOne);
/** Cancels orders; one that is refused is told by CancelOrderReject. */
export const cancelList = takeList(cancelOne);
/** Replaces orders; one that is refused is told by CancelReplaceOrderReject. */
export const cancelReplaceList = takeList(replaceOne);
