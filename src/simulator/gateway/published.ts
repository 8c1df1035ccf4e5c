import type { MarketEvent } from '../market/event.ts';
import { wireText } from '../market/wireText.ts';

/** An event of the market's on its way to the connections. */
export interface Published {
  readonly event: MarketEvent;
  /** The payload as it stands on the wire; written once, however many connections it goes to. */
  readonly text: () => string;
}

/** Makes an event ready to be sent. */
export const publishedFrom = (event: MarketEvent): Published => {
  let written: string | undefined;
  return { event, text: () => (written ??= wireText(event.payload)) };
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
};
