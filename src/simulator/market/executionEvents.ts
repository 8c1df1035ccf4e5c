import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import type { Order } from './order.ts';
import { type Execution, type OrderTrade, orderTradeFromExecution } from './orderTrade.ts';
import { orderStateEvent } from './orderVersions.ts';
import type { Fees, Parties } from './settle.ts';
import { quoteValuation } from './valuation.ts';

/** What both executions of a trade have in common. */
export interface TradeFacts extends Pick<Execution, 'tradeId' | 'price' | 'quantity' | 'direction' | 'at'> {
  readonly fees: Fees;
}

const keep = ({ trades, turnovers }: Floor, trade: OrderTrade): void => {
  trades.record(trade.AccountId, trade);
  turnovers.record(trade);
};

/** What a trade tells its two accounts, the maker's first; the executions are kept with the accounts. */
export const executionEvents = (
  floor: Floor,
  { maker, taker }: Parties,
  { fees, ...facts }: TradeFacts,
): readonly MarketEvent[] => {
  const valuation = quoteValuation(floor, taker.instrument);
  const told = (
    order: Order,
    other: Pick<Execution, 'counterparty' | 'role' | 'fee'>,
  ): readonly MarketEvent[] => {
    const executionId = floor.next('execution');
    const payload = orderTradeFromExecution({ ...facts, ...other, executionId, order, valuation });
    keep(floor, payload);
    const { AccountId, InstrumentId } = payload;
    if (!floor.isHeard(AccountId)) return [];
    return [orderStateEvent(order), { _tag: 'OrderTrade', AccountId, InstrumentId, payload }];
  };
  return [
    ...told(maker, { counterparty: taker, role: 'Maker', fee: fees.maker }),
    ...told(taker, { counterparty: maker, role: 'Taker', fee: fees.taker }),
  ];
};
