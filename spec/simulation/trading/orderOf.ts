import type { SendOrderRequest } from '../../../src/index.ts';
import type { Exchange } from '../../../src/simulator/index.ts';
import type { OrderDraft } from '../scenario.ts';
import { bestAt } from '../truth.ts';

/** The order that a draft comes to at the prices of the moment. */
export const orderOf = (exchange: Exchange, account: number, draft: OrderDraft): SendOrderRequest => {
  const { side, pricing, quantity, isPostOnly } = draft;
  const [bestBid, bestAsk] = bestAt(exchange, 1);
  const [bid, ask] = [bestBid || 100_000, bestAsk || 110_000];
  const Quantity = (quantity / 1_000).toFixed(3);
  const base = { AccountId: account, InstrumentId: 1, Side: side, TimeInForce: 'GTC', Quantity } as const;
  if (pricing === 'market') return { ...base, OrderType: 'Market' };
  const away = { far: 1_000, touch: 0, through: -(ask - bid) - 5 }[pricing];
  const LimitPrice = (side === 'Buy' ? bid - away : ask + away).toFixed(2);
  return { ...base, OrderType: 'Limit', LimitPrice, PostOnly: isPostOnly };
};
