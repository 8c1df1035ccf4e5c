import type * as t from 'io-ts';
import { AccountInfo } from '../codec/records/AccountInfo.ts';
import { AccountPosition } from '../codec/records/AccountPosition.ts';
import { CancelAllOrdersRejectEvent } from '../codec/records/CancelAllOrdersRejectEvent.ts';
import { CancelOrderRejectEvent } from '../codec/records/CancelOrderRejectEvent.ts';
import { CancelReplaceOrderRejectEvent } from '../codec/records/CancelReplaceOrderRejectEvent.ts';
import { DepositEvent } from '../codec/records/DepositEvent.ts';
import { DepositTicket } from '../codec/records/DepositTicket.ts';
import { fast } from '../codec/fast/fast.ts';
import { MarketStateUpdate } from '../codec/records/MarketStateUpdate.ts';
import { NewOrderRejectEvent } from '../codec/records/NewOrderRejectEvent.ts';
import type { Order } from '../codec/records/Order.ts';
import { OrderTrade } from '../codec/records/OrderTrade.ts';
import { PendingDepositUpdate } from '../codec/records/PendingDepositUpdate.ts';
import { Transaction } from '../codec/records/Transaction.ts';
import { WithdrawTicket } from '../codec/records/WithdrawTicket.ts';
import { readExactJson } from '../json/exactJson.ts';
import { type TopicEvent, topicEvent } from '../streams/topicEvent.ts';
import { orderStateEvent } from './orderStateEvent.ts';
import { routeAt } from './routeOfBroken.ts';

/** The payload of each event of an account, by the name of the event. */
export interface AccountEvents {
  /** The current position of the account in one product. */
  readonly AccountPositionEvent: AccountPosition;
  /** The current state of an order. */
  readonly OrderStateEvent: Order;
  /** A fill of an order. */
  readonly OrderTradeEvent: OrderTrade;
  /** An order was refused. */
  readonly NewOrderRejectEvent: NewOrderRejectEvent;
  /** An order could not be cancelled. */
  readonly CancelOrderRejectEvent: CancelOrderRejectEvent;
  /** An order could not be replaced. */
  readonly CancelReplaceOrderRejectEvent: CancelReplaceOrderRejectEvent;
  /** The orders of the account could not be cancelled. */
  readonly CancelAllOrdersRejectEvent: CancelAllOrdersRejectEvent;
  /** An instrument started or stopped trading; sent to every account. */
  readonly MarketStateUpdate: MarketStateUpdate;
  /** The amount of pending deposits changed. */
  readonly PendingDepositUpdate: PendingDepositUpdate;
  /** A ledger entry was made. */
  readonly TransactionEvent: Transaction;
  /** The current state of a withdrawal. */
  readonly WithdrawTicketUpdateEvent: WithdrawTicket;
  /** The current state of a deposit. */
  readonly DepositTicketUpdateEvent: DepositTicket;
  /** The current data of the account. */
  readonly AccountInfoUpdateEvent: AccountInfo;
  /** A deposit was booked. */
  readonly DepositEvent: DepositEvent;
}

/** An event of an account: its name and its payload. */
export type AccountEvent = {
  readonly [N in keyof AccountEvents]: {
    /** The name of the event on the wire. */
    readonly _tag: N;
    /** The payload of the event. */
    readonly payload: AccountEvents[N];
  };
}[keyof AccountEvents];

const ofAccount = <N extends keyof AccountEvents>(
  name: N,
  codec: t.Decoder<unknown, AccountEvents[N]>,
  accountOf: (payload: AccountEvents[N]) => number | undefined,
): TopicEvent<{ readonly _tag: N; readonly payload: AccountEvents[N] }> =>
  topicEvent({
    name,
    codec,
    read: readExactJson,
    route: (payload: AccountEvents[N], deliver) =>
      deliver(accountOf(payload)?.toString(), { _tag: name, payload }),
    routesOfBroken: routeAt('AccountId'),
  });

const accountId = ({ AccountId }: { readonly AccountId: number }): number => AccountId;
const everyAccount = (): undefined => undefined;

/** The events that feed the stream of an account. */
export const accountEvents: readonly TopicEvent<AccountEvent>[] = [
  ofAccount('AccountPositionEvent', fast(AccountPosition), accountId),
  orderStateEvent,
  ofAccount('OrderTradeEvent', fast(OrderTrade), accountId),
  ofAccount('NewOrderRejectEvent', fast(NewOrderRejectEvent), accountId),
  ofAccount('CancelOrderRejectEvent', fast(CancelOrderRejectEvent), accountId),
  ofAccount('CancelReplaceOrderRejectEvent', fast(CancelReplaceOrderRejectEvent), accountId),
  ofAccount('CancelAllOrdersRejectEvent', fast(CancelAllOrdersRejectEvent), accountId),
  ofAccount('MarketStateUpdate', fast(MarketStateUpdate), everyAccount),
  ofAccount('PendingDepositUpdate', fast(PendingDepositUpdate), accountId),
  ofAccount('TransactionEvent', fast(Transaction), accountId),
  ofAccount('WithdrawTicketUpdateEvent', fast(WithdrawTicket), accountId),
  ofAccount('DepositTicketUpdateEvent', fast(DepositTicket), accountId),
  ofAccount('AccountInfoUpdateEvent', AccountInfo, accountId),
  ofAccount('DepositEvent', fast(DepositEvent), accountId),
];
