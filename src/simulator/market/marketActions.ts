import { type AccountChange, changeAccount } from './accountChange.ts';
import { reportBlockTrade } from './blockTrade.ts';
import type { BlockTradeRequest } from './blockTradeRequest.ts';
import { cancelAllOrders, cancelOrder } from './cancelOrders.ts';
import { cancelReplaceOrder } from './cancelReplace.ts';
import type { CancelReplaceRequest } from './cancelReplaceRequest.ts';
import type { CancelAllRequest, CancelRequest } from './cancelRequest.ts';
import { createCrossedBooks } from './crossedBooks.ts';
import type { DecimalInput } from './decimal.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import type { SessionStatus } from './instrument.ts';
import { touchOf } from './listing.ts';
import { modifyOrder } from './modifyOrder.ts';
import type { ModifyRequest } from './modifyRequest.ts';
import { cancelList, cancelReplaceList, sendOrderList } from './orderLists.ts';
import type { OrderRequest } from './orderRequest.ts';
import type { Outcome } from './outcome.ts';
import { createPublisher } from './publisher.ts';
import { type SendOrderReply, isRefused } from './placeOrder.ts';
import { cancelOrderRejects, newOrderRejects } from './rejects.ts';
import { setSessionStatus } from './sessionChange.ts';
import { setOffWaiting } from './setOff.ts';
import type { StandardResponse } from './standardResponse.ts';
import { takeOrder } from './takeOrder.ts';
import { deposit, withdraw } from './treasury.ts';

/** How a market answers, where there are several ways. */
interface Answering {
  /** What a list call answers that has taken its list. */
  readonly taken: StandardResponse;
  /** Which refused orders and cancels are told by an event. */
  readonly rejectEvents: 'lists' | 'all';
}

/** Tells of a refusal, where that is so. */
const withReject =
  <Request, Reply extends SendOrderReply | StandardResponse>(
    act: (floor: Floor, request: Request) => Outcome<Reply>,
    rejects: (floor: Floor, request: Request, reply: Reply) => readonly MarketEvent[],
  ) =>
  (floor: Floor, request: Request): Outcome<Reply> => {
    const outcome = act(floor, request);
    return isRefused(outcome.reply)
      ? { ...outcome, events: [...outcome.events, ...rejects(floor, request, outcome.reply)] }
      : outcome;
  };

/**
 * Everything that changes a market. What each does is written at `Market`; each then sets off the orders that waited
 * for what it has done, and tells what has changed.
 */
export const createMarketActions = (floor: Floor, { taken, rejectEvents }: Answering) => {
  const publisher = createPublisher(floor);
  const crossedBooks = createCrossedBooks([...floor.listings.values()], floor.clock.now);
  const tellsAll = rejectEvents === 'all';
  const take = tellsAll ? withReject(takeOrder, newOrderRejects) : takeOrder;
  const cancel = tellsAll ? withReject(cancelOrder, cancelOrderRejects) : cancelOrder;
  const isTold = (event: MarketEvent): boolean =>
    event._tag !== 'OrderState' || floor.isHeard(event.AccountId);
  const settled = <Reply>({ reply, events }: Outcome<Reply>): Outcome<Reply> => ({
    reply,
    events: [...events, ...setOffWaiting(floor)].filter(isTold).concat(publisher.takeEvents('action')),
  });

  return {
    sendOrder: (request: OrderRequest) => settled(take(floor, request)),
    sendOrderList: (requests: readonly OrderRequest[]) => settled(sendOrderList(floor, requests, taken)),
    cancelOrder: (request: CancelRequest) => settled(cancel(floor, request)),
    cancelList: (requests: readonly CancelRequest[]) => settled(cancelList(floor, requests, taken)),
    cancelAllOrders: (request: CancelAllRequest) => settled(cancelAllOrders(floor, request)),
    cancelReplaceOrder: (request: CancelReplaceRequest) => settled(cancelReplaceOrder(floor, request)),
    cancelReplaceList: (requests: readonly CancelReplaceRequest[]) =>
      settled(cancelReplaceList(floor, requests, taken)),
    modifyOrder: (request: ModifyRequest) => settled(modifyOrder(floor, request)),
    reportBlockTrade: (request: BlockTradeRequest) => settled(reportBlockTrade(floor, request)),
    setSessionStatus: (instrumentId: number, status: SessionStatus) =>
      settled(setSessionStatus(floor, instrumentId, status)),
    changeAccount: (accountId: number, change: AccountChange) =>
      settled(changeAccount(floor, accountId, change)),
    deposit: (accountId: number, productId: number, amount: DecimalInput) =>
      settled(deposit(floor, accountId, productId, amount)),
    withdraw: (accountId: number, productId: number, amount: DecimalInput) =>
      settled(withdraw(floor, accountId, productId, amount)),
    tick: (): readonly MarketEvent[] => {
      for (const listing of floor.listings.values()) {
        listing.bars.advance(floor.clock.now(), touchOf(listing));
      }
      return publisher.takeEvents('tick');
    },
    tellCrossed: crossedBooks.cross,
    tellUncrossed: crossedBooks.uncross,
  };
};
