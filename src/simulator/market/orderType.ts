/** The kinds of orders, as account objects spell them. */
export type OrderType =
  'Market' | 'Limit' | 'StopMarket' | 'StopLimit' | 'TrailingStopMarket' | 'TrailingStopLimit' | 'BlockTrade';

/** Whether an order has no limit that it must keep: it takes what there is, and never rests. */
export const isMarketType = (type: OrderType): boolean =>
  type === 'Market' || type === 'StopMarket' || type === 'TrailingStopMarket';
