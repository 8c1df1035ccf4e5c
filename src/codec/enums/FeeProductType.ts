import type { OpenEnum } from './openEnum.ts';

/** Which product fees are taken in. */
export const FeeProductType = {
  BaseProduct: 0,
  SingleProduct: 1,
} as const;

/** A name out of {@link FeeProductType}, as the exchange writes it; the list is open. */
export type FeeProductType = OpenEnum<typeof FeeProductType>;
