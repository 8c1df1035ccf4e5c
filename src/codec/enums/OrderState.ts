import type { OpenEnum } from './openEnum.ts';

/** Where an order stands. Only `Working` can change. */
export const OrderState = {
  Unknown: 0,
  Working: 1,
  Rejected: 2,
  Canceled: 3,
  Expired: 4,
  FullyExecuted: 5,
} as const;

/** A name out of {@link OrderState}, as the exchange writes it; the list is open. */
export type OrderState = OpenEnum<typeof OrderState>;
