import type { OpenEnum } from './openEnum.ts';

/** How orders of an account are checked against its means. */
export const RiskType = {
  Unknown: 0,
  Normal: 1,
  NoRiskCheck: 2,
  NoTrading: 3,
  Credit: 4,
} as const;

/** A name out of {@link RiskType}, as the exchange writes it; the list is open. */
export type RiskType = OpenEnum<typeof RiskType>;
