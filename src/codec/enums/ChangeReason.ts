import type { OpenEnum } from './openEnum.ts';

/** Why an order changed last. It does not tell the state: look at `OrderState`. */
export const ChangeReason = {
  Unknown: 0,
  NewInputAccepted: 1,
  NewInputRejected: 2,
  OtherRejected: 3,
  Expired: 4,
  Trade: 5,
  SystemCanceled_NoMoreMarket: 6,
  SystemCanceled_BelowMinimum: 7,
  SystemCanceled_PriceCollar: 8,
  SystemCanceled_MarginFailed: 9,
  UserModified: 100,
} as const;

/** A name out of {@link ChangeReason}, as the exchange writes it; the list is open. */
export type ChangeReason = OpenEnum<typeof ChangeReason>;
