import type { OpenEnum } from './openEnum.ts';

/** The kind of a product. */
export const ProductType = {
  Unknown: 0,
  NationalCurrency: 1,
  CryptoCurrency: 2,
  Contract: 3,
} as const;

/** A name out of {@link ProductType}, as the exchange writes it; the list is open. */
export type ProductType = OpenEnum<typeof ProductType>;
