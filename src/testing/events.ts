import type { AccountInfo as AccountInfoRecord } from '../codec/records/AccountInfo.ts';
import type { AccountPosition } from '../codec/records/AccountPosition.ts';
import type { CancelAllOrdersRejectEvent as CancelAllOrdersReject } from '../codec/records/CancelAllOrdersRejectEvent.ts';
import type { CancelOrderRejectEvent as CancelOrderReject } from '../codec/records/CancelOrderRejectEvent.ts';
import type { CancelReplaceOrderRejectEvent as CancelReplaceOrderReject } from '../codec/records/CancelReplaceOrderRejectEvent.ts';
import type { DepositEvent as Deposit } from '../codec/records/DepositEvent.ts';
import type { DepositTicket } from '../codec/records/DepositTicket.ts';
import type { Level1 } from '../codec/records/Level1.ts';
import type { Level2Row } from '../codec/records/Level2Row.ts';
import type { MarketStateUpdate as MarketState } from '../codec/records/MarketStateUpdate.ts';
import type { NewOrderRejectEvent as NewOrderReject } from '../codec/records/NewOrderRejectEvent.ts';
import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import type { PendingDepositUpdate as PendingDeposit } from '../codec/records/PendingDepositUpdate.ts';
import type { TickerRow } from '../codec/records/TickerRow.ts';
import type { TradeRow } from '../codec/records/TradeRow.ts';
import type { Transaction } from '../codec/records/Transaction.ts';
import type { WithdrawTicket } from '../codec/records/WithdrawTicket.ts';
import { pushedEvent } from './pushedEvent.ts';

/** The best bid and offer and the last trade of an instrument. */
export const Level1UpdateEvent = pushedEvent<Level1>('Level1UpdateEvent');
/** Changes of a book. */
export const Level2UpdateEvent = pushedEvent<readonly Level2Row[]>('Level2UpdateEvent');
/** Public trades. */
export const TradeDataUpdateEvent = pushedEvent<readonly TradeRow[]>('TradeDataUpdateEvent');
/** Bars. */
export const TickerDataUpdateEvent = pushedEvent<readonly TickerRow[]>('TickerDataUpdateEvent');
/** Block trades. */
export const BlockTradeDataUpdateEvent = pushedEvent<readonly Order[]>('BlockTradeDataUpdateEvent');
/** The current state of an order. */
export const OrderStateEvent = pushedEvent<Order>('OrderStateEvent');
/** A fill of an order. */
export const OrderTradeEvent = pushedEvent<OrderTrade>('OrderTradeEvent');
/** An order was rejected. */
export const NewOrderRejectEvent = pushedEvent<NewOrderReject>('NewOrderRejectEvent');
/** A cancel of an order was rejected. */
export const CancelOrderRejectEvent = pushedEvent<CancelOrderReject>('CancelOrderRejectEvent');
/** A replacement of an order was rejected. */
export const CancelReplaceOrderRejectEvent = pushedEvent<CancelReplaceOrderReject>(
  'CancelReplaceOrderRejectEvent',
);
/** A cancel of all orders was rejected. */
export const CancelAllOrdersRejectEvent = pushedEvent<CancelAllOrdersReject>('CancelAllOrdersRejectEvent');
/** The current balance of one product of an account. */
export const AccountPositionEvent = pushedEvent<AccountPosition>('AccountPositionEvent');
/** The current state of an account. */
export const AccountInfoUpdateEvent = pushedEvent<AccountInfoRecord>('AccountInfoUpdateEvent');
/** A new entry in the ledger. */
export const TransactionEvent = pushedEvent<Transaction>('TransactionEvent');
/** A deposit was booked. */
export const DepositEvent = pushedEvent<Deposit>('DepositEvent');
/** The current state of a deposit. */
export const DepositTicketUpdateEvent = pushedEvent<DepositTicket>('DepositTicketUpdateEvent');
/** The current state of a withdrawal. */
export const WithdrawTicketUpdateEvent = pushedEvent<WithdrawTicket>('WithdrawTicketUpdateEvent');
/** The pending deposits of an account changed. */
export const PendingDepositUpdate = pushedEvent<PendingDeposit>('PendingDepositUpdate');
/** An instrument started or stopped trading. */
export const MarketStateUpdate = pushedEvent<MarketState>('MarketStateUpdate');
