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

/** The best bid and offer of an instrument, and what was last traded. */
export const Level1UpdateEvent = pushedEvent<Level1>('Level1UpdateEvent');
/** What changed in a book. */
export const Level2UpdateEvent = pushedEvent<readonly Level2Row[]>('Level2UpdateEvent');
/** Public trades. */
export const TradeDataUpdateEvent = pushedEvent<readonly TradeRow[]>('TradeDataUpdateEvent');
/** Bars. */
export const TickerDataUpdateEvent = pushedEvent<readonly TickerRow[]>('TickerDataUpdateEvent');
/** Block trades. */
export const BlockTradeDataUpdateEvent = pushedEvent<readonly Order[]>('BlockTradeDataUpdateEvent');
/** An order, as it is now. */
export const OrderStateEvent = pushedEvent<Order>('OrderStateEvent');
/** A fill of an order. */
export const OrderTradeEvent = pushedEvent<OrderTrade>('OrderTradeEvent');
/** An order was refused. */
export const NewOrderRejectEvent = pushedEvent<NewOrderReject>('NewOrderRejectEvent');
/** An order could not be cancelled. */
export const CancelOrderRejectEvent = pushedEvent<CancelOrderReject>('CancelOrderRejectEvent');
/** An order could not be replaced. */
export const CancelReplaceOrderRejectEvent = pushedEvent<CancelReplaceOrderReject>(
  'CancelReplaceOrderRejectEvent',
);
/** The orders could not be cancelled. */
export const CancelAllOrdersRejectEvent = pushedEvent<CancelAllOrdersReject>('CancelAllOrdersRejectEvent');
/** What the account holds of one product, as it is now. */
export const AccountPositionEvent = pushedEvent<AccountPosition>('AccountPositionEvent');
/** The account, as it is now. */
export const AccountInfoUpdateEvent = pushedEvent<AccountInfoRecord>('AccountInfoUpdateEvent');
/** An entry was made in the ledger. */
export const TransactionEvent = pushedEvent<Transaction>('TransactionEvent');
/** A deposit was booked. */
export const DepositEvent = pushedEvent<Deposit>('DepositEvent');
/** A deposit, as it is now. */
export const DepositTicketUpdateEvent = pushedEvent<DepositTicket>('DepositTicketUpdateEvent');
/** A withdrawal, as it is now. */
export const WithdrawTicketUpdateEvent = pushedEvent<WithdrawTicket>('WithdrawTicketUpdateEvent');
/** What is on its way in changed. */
export const PendingDepositUpdate = pushedEvent<PendingDeposit>('PendingDepositUpdate');
/** An instrument began or stopped trading. */
export const MarketStateUpdate = pushedEvent<MarketState>('MarketStateUpdate');
