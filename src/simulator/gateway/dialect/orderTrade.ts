import type { OrderTrade } from '../../market/orderTrade.ts';
import type { Dialect } from './dialect.ts';

/** An execution as the dialect has it. */
export const orderTrade = ({ tradeTimes }: Dialect, trade: OrderTrade): unknown =>
  tradeTimes === 'swapped'
    ? { ...trade, TradeTime: trade.TradeTimeMS, TradeTimeMS: -trade.TradeTime }
    : trade;
