import { reportBlockTrade } from './blockTrade.ts';
import type { BlockTradeRequest } from './blockTradeRequest.ts';
import { cancelAllOrders, cancelOrder } from './cancelOrders.ts';
import { cancelReplaceOrder } from './cancelReplace.ts';
import type { CancelReplaceRequest } from './cancelReplaceRequest.ts';
import type { CancelAllRequest, CancelRequest } from './cancelRequest.ts';
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
import { setSessionStatus } from './sessionChange.ts';
import { setOffWaiting } from './setOff.ts';
import type { StandardResponse } from './standardResponse.ts';
import { takeOrder } from './takeOrder.ts';
import { deposit, withdraw } from './treasury.ts';

/**
 * Everything that changes a market. What each does is written at `Market`; each then sets off the orders that waited
 * for what it has done, and tells what has changed.
 *
 * @param taken what a list call answers that has taken its list
 */
export const createMarketActions = (floor: Floor, taken: StandardResponse) => {
  const publisher = createPublisher(floor);
  const settled = <Reply>({ reply, events }: Outcome<Reply>): Outcome<Reply> => ({
    reply,
    events: [...events, ...setOffWaiting(floor), ...publisher.takeEvents('action')],
  });

  return {
    sendOrder: (request: OrderRequest) => settled(takeOrder(floor, request)),
    sendOrderList: (requests: readonly OrderRequest[]) => settled(sendOrderList(floor, requests, taken)),
    cancelOrder: (request: CancelRequest) => settled(cancelOrder(floor, request)),
    cancelList: (requests: readonly CancelRequest[]) => settled(cancelList(floor, requests, taken)),
    cancelAllOrders: (request: CancelAllRequest) => settled(cancelAllOrders(floor, request)),
    cancelReplaceOrder: (request: CancelReplaceRequest) => settled(cancelReplaceOrder(floor, request)),
    cancelReplaceList: (requests: readonly CancelReplaceRequest[]) =>
      settled(cancelReplaceList(floor, requests, taken)),
    modifyOrder: (request: ModifyRequest) => settled(modifyOrder(floor, request)),
    reportBlockTrade: (request: BlockTradeRequest) => settled(reportBlockTrade(floor, request)),
    setSessionStatus: (instrumentId: number, status: SessionStatus) =>
      settled(setSessionStatus(floor, instrumentId, status)),
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
  };
};
