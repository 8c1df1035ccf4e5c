import type { OpenEnum } from './openEnum.ts';

/** How a fee is reckoned: so much each time, or a share of the amount. */
export const FeeCalcType = {
  FlatRate: 0,
  Percentage: 1,
} as const;

/** A name out of {@link FeeCalcType}, as the exchange writes it; the list is open. */
export type FeeCalcType = OpenEnum<typeof FeeCalcType>;
