import type { OpenEnum } from './openEnum.ts';

/** The price that a stop order follows. */
export const PegPriceType = {
  Unknown: 0,
  Last: 1,
  Bid: 2,
  Ask: 3,
  Midpoint: 4,
} as const;

/** A name out of {@link PegPriceType}, as the exchange writes it; the list is open. */
export type PegPriceType = OpenEnum<typeof PegPriceType>;
