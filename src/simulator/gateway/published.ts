import type { BarRow } from '../market/bar.ts';
import type { MarketEvent } from '../market/event.ts';
import { barsToTell } from './dialect/barsInProgress.ts';
import type { Dialect } from './dialect/dialect.ts';
import { renderEvent } from './dialect/render.ts';

/** An event of the market's on its way to the connections. */
export interface Published {
  readonly event: MarketEvent;
  /** The payload as it stands on the wire; written once, however many connections it goes to. */
  readonly text: () => string;
}

const publishedFrom = (dialect: Dialect, event: MarketEvent): Published => {
  let written: string | undefined;
  return { event, text: () => (written ??= renderEvent(dialect, event)) };
};

/** Makes the events of a market ready to be sent, in order; none of an event that the dialect does not tell. */
export const createPublishing = (dialect: Dialect): ((event: MarketEvent) => readonly Published[]) => {
  const inProgress = new Map<string, BarRow | undefined>();
  return (event) => {
    if (event._tag !== 'Ticker') return [publishedFrom(dialect, event)];
    const key = `${event.InstrumentId}/${event.Interval}`;
    const { rows, last } = barsToTell(dialect, event.payload, inProgress.get(key));
    inProgress.set(key, last);
    return rows.length === 0 ? [] : [publishedFrom(dialect, { ...event, payload: rows })];
  };
};

/** The name of each event on the wire. */
export const eventNames: Readonly<Record<MarketEvent['_tag'], string>> = {
  Level1: 'Level1UpdateEvent',
  Level2: 'Level2UpdateEvent',
  Trades: 'TradeDataUpdateEvent',
  Ticker: 'TickerDataUpdateEvent',
  OrderState: 'OrderStateEvent',
  OrderTrade: 'OrderTradeEvent',
  AccountPosition: 'AccountPositionEvent',
  Transaction: 'TransactionEvent',
  NewOrderReject: 'NewOrderRejectEvent',
  CancelOrderReject: 'CancelOrderRejectEvent',
  CancelReplaceOrderReject: 'CancelReplaceOrderRejectEvent',
  MarketState: 'MarketStateUpdate',
  DepositTicket: 'DepositTicketUpdateEvent',
  PendingDeposit: 'PendingDepositUpdate',
  Deposit: 'DepositEvent',
  WithdrawTicket: 'WithdrawTicketUpdateEvent',
  BlockTrade: 'BlockTradeDataUpdateEvent',
};
