import type { OpenEnum } from './openEnum.ts';

/** The kind of an account. */
export const AccountType = {
  Asset: 0,
  Liability: 1,
  ProfitLoss: 2,
} as const;

/** A name out of {@link AccountType}, as the exchange writes it; the list is open. */
export type AccountType = OpenEnum<typeof AccountType>;
