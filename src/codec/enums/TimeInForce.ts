import type { OpenEnum } from './openEnum.ts';

/**
 * How long an order stays: until cancelled (`GTC`), or what cannot be filled at once is cancelled (`IOC`), or it
 * is filled at once and whole or not at all (`FOK`). The others are reserved.
 */
export const TimeInForce = {
  Unknown: 0,
  GTC: 1,
  OPG: 2,
  IOC: 3,
  FOK: 4,
  GTX: 5,
  GTD: 6,
} as const;

/** A name out of {@link TimeInForce}, as the exchange writes it; the list is open. */
export type TimeInForce = OpenEnum<typeof TimeInForce>;
