import type { BarRow } from '../market/bar.ts';
import type { MarketEvent } from '../market/event.ts';
import { barsToTell } from './dialect/barsInProgress.ts';
import type { Dialect } from './dialect/dialect.ts';
import { framePayload } from './dialect/frameText.ts';
import { renderEvent } from './dialect/render.ts';
import type { StreamEvent } from './streams.ts';

/** An event of the market's on its way to the connections. */
export interface Published {
  readonly event: MarketEvent;
  /** The payload as it stands in a frame; written once, however many connections it goes to. */
  readonly payload: () => string;
}

const publishedFrom = (dialect: Dialect, event: MarketEvent): Published => {
  let written: string | undefined;
  return { event, payload: () => (written ??= framePayload(dialect, renderEvent(dialect, event))) };
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

const eventNames: Readonly<Record<MarketEvent['_tag'], string>> = {
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
  CancelAllOrdersReject: 'CancelAllOrdersRejectEvent',
  AccountInfo: 'AccountInfoUpdateEvent',
  VerificationLevel: 'VerificationLevelUpdateEvent',
  MarketState: 'MarketStateUpdate',
  DepositTicket: 'DepositTicketUpdateEvent',
  PendingDeposit: 'PendingDepositUpdate',
  Deposit: 'DepositEvent',
  WithdrawTicket: 'WithdrawTicketUpdateEvent',
  BlockTrade: 'BlockTradeDataUpdateEvent',
};

/** The name of an event on the wire, in a dialect. */
export const eventName = ({ marketStateName }: Dialect, { _tag }: MarketEvent): string =>
  _tag === 'MarketState' ? marketStateName : eventNames[_tag];

/** An event as the streams send it. */
export const streamEventFrom = (dialect: Dialect, { event, payload }: Published): StreamEvent => ({
  name: eventName(dialect, event),
  payload: payload(),
  source: event,
});
