import type { AccountInfo } from './account.ts';
import type { BarRow } from './bar.ts';
import type { DepositTicket } from './depositTicket.ts';
import type { Interval } from './interval.ts';
import type { Level1 } from './level1.ts';
import type { Level2Row } from './level2.ts';
import type { MarketStateUpdate } from './marketStateUpdate.ts';
import type { OrderObject } from './orderObject.ts';
import type { OrderTrade } from './orderTrade.ts';
import type { AccountPosition } from './position.ts';
import type { PublicTradeRow } from './publicTrade.ts';
import type {
  CancelAllOrdersReject,
  CancelOrderReject,
  CancelReplaceOrderReject,
  NewOrderReject,
} from './rejectEvents.ts';
import type { Transaction } from './transaction.ts';
import type { Deposit, PendingDeposit } from './transfers.ts';
import type { VerificationLevelUpdate } from './verificationLevelUpdate.ts';
import type { WithdrawTicket } from './withdrawTicket.ts';

/**
 * One event to publish: who it goes to (an instrument, or an account) and its payload in wire shape, for
 * `wireText`. The order of a list of events is the order to publish them in.
 */
export type MarketEvent =
  /** Level2UpdateEvent: rows to apply in array order. */
  | { readonly _tag: 'Level2'; readonly InstrumentId: number; readonly payload: readonly Level2Row[] }
  /** Level1UpdateEvent: a full replacement. */
  | { readonly _tag: 'Level1'; readonly InstrumentId: number; readonly payload: Level1 }
  /** TradeDataUpdateEvent: new public trades, oldest first. */
  | { readonly _tag: 'Trades'; readonly InstrumentId: number; readonly payload: readonly PublicTradeRow[] }
  /** TickerDataUpdateEvent of one interval: bars that ended and the bar in progress, oldest first. */
  | {
      readonly _tag: 'Ticker';
      readonly InstrumentId: number;
      readonly Interval: Interval;
      readonly payload: readonly BarRow[];
    }
  /** OrderStateEvent. */
  | {
      readonly _tag: 'OrderState';
      readonly AccountId: number;
      readonly InstrumentId: number;
      readonly payload: OrderObject;
    }
  /** OrderTradeEvent: one side of an execution. */
  | {
      readonly _tag: 'OrderTrade';
      readonly AccountId: number;
      readonly InstrumentId: number;
      readonly payload: OrderTrade;
    }
  /** AccountPositionEvent: a full replacement of one product's balance. */
  | { readonly _tag: 'AccountPosition'; readonly AccountId: number; readonly payload: AccountPosition }
  /** TransactionEvent: one change of one balance. */
  | { readonly _tag: 'Transaction'; readonly AccountId: number; readonly payload: Transaction }
  /** NewOrderRejectEvent: of an order of a list, or of any order where that is so. */
  | { readonly _tag: 'NewOrderReject'; readonly AccountId: number; readonly payload: NewOrderReject }
  /** CancelOrderRejectEvent: of a cancel of a list, or of any cancel where that is so. */
  | { readonly _tag: 'CancelOrderReject'; readonly AccountId: number; readonly payload: CancelOrderReject }
  /** CancelReplaceOrderRejectEvent: of a replacement, alone or of a list. */
  | {
      readonly _tag: 'CancelReplaceOrderReject';
      readonly AccountId: number;
      readonly payload: CancelReplaceOrderReject;
    }
  /** CancelAllOrdersRejectEvent. */
  | {
      readonly _tag: 'CancelAllOrdersReject';
      readonly AccountId: number;
      readonly payload: CancelAllOrdersReject;
    }
  /** AccountInfoUpdateEvent: the account as it is now. */
  | { readonly _tag: 'AccountInfo'; readonly AccountId: number; readonly payload: AccountInfo }
  /** VerificationLevelUpdateEvent: to whose account it is, without a subscription. */
  | {
      readonly _tag: 'VerificationLevel';
      readonly AccountId: number;
      readonly payload: VerificationLevelUpdate;
    }
  /** MarketStateUpdate: to every subscriber of account events, whatever the account. */
  | { readonly _tag: 'MarketState'; readonly InstrumentId: number; readonly payload: MarketStateUpdate }
  /** DepositTicketUpdateEvent. */
  | { readonly _tag: 'DepositTicket'; readonly AccountId: number; readonly payload: DepositTicket }
  /** PendingDepositUpdate. */
  | { readonly _tag: 'PendingDeposit'; readonly AccountId: number; readonly payload: PendingDeposit }
  /** DepositEvent. */
  | { readonly _tag: 'Deposit'; readonly AccountId: number; readonly payload: Deposit }
  /** WithdrawTicketUpdateEvent. */
  | { readonly _tag: 'WithdrawTicket'; readonly AccountId: number; readonly payload: WithdrawTicket }
  /** BlockTradeDataUpdateEvent: the two sides of a trade that was made off the book, the reporting one first. */
  | { readonly _tag: 'BlockTrade'; readonly InstrumentId: number; readonly payload: readonly OrderObject[] };
