import type { OpenEnum } from './openEnum.ts';

/** What kind of order it is. */
export const OrderType = {
  Unknown: 0,
  Market: 1,
  Limit: 2,
  StopMarket: 3,
  StopLimit: 4,
  TrailingStopMarket: 5,
  TrailingStopLimit: 6,
  BlockTrade: 7,
} as const;

/** A name out of {@link OrderType}, as the exchange writes it; the list is open. */
export type OrderType = OpenEnum<typeof OrderType>;
