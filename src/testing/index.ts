export { type Marbles, type MarblesOptions, runMarbles } from './runMarbles.ts';
export { type Sent } from './sent.ts';
export { type Push, type Script, type ScriptedExchange, scriptedExchange } from './scriptedExchange.ts';
export { type PushedEvent, pushedEvent } from './pushedEvent.ts';
export {
  AccountInfoUpdateEvent,
  AccountPositionEvent,
  BlockTradeDataUpdateEvent,
  CancelAllOrdersRejectEvent,
  CancelOrderRejectEvent,
  CancelReplaceOrderRejectEvent,
  DepositEvent,
  DepositTicketUpdateEvent,
  Level1UpdateEvent,
  Level2UpdateEvent,
  MarketStateUpdate,
  NewOrderRejectEvent,
  OrderStateEvent,
  OrderTradeEvent,
  PendingDepositUpdate,
  TickerDataUpdateEvent,
  TradeDataUpdateEvent,
  TransactionEvent,
  WithdrawTicketUpdateEvent,
} from './events.ts';
