import type { OpenEnum } from './openEnum.ts';

/** The side of an order or of a trade. Short is reserved, Unknown an error. */
export const Side = {
  Buy: 0,
  Sell: 1,
  Short: 2,
  Unknown: 3,
} as const;

/** A name out of {@link Side}, as the exchange writes it; the list is open. */
export type Side = OpenEnum<typeof Side>;
