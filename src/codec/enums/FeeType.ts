import type { OpenName } from './openNames.ts';

/** The kind of a trading fee. No numbers are known. */
export const FeeType = {
  Flat: 'Flat',
  Ladder: 'Ladder',
  Exemption: 'Exemption',
  AdminFee: 'AdminFee',
  AffiliateFee: 'AffiliateFee',
  MakerFee: 'MakerFee',
  TakerFee: 'TakerFee',
  FlatPegToProduct: 'FlatPegToProduct',
  PeggedProductFee: 'PeggedProductFee',
} as const;

/** A name out of {@link FeeType}, as the exchange writes it; the list is open. */
export type FeeType = OpenName<typeof FeeType>;
