import type { OpenName } from './openNames.ts';

/** Which side took from the book, as the `Trades` function writes it. */
export const AggregatorTradeType = {
  buy: 'buy',
  sell: 'sell',
} as const;

/** A name out of {@link AggregatorTradeType}; another text passes as it is. */
export type AggregatorTradeType = OpenName<typeof AggregatorTradeType>;
