import type { OpenEnum } from './openEnum.ts';

/** Whether a trade was above or below the one before. */
export const Direction = {
  NoChange: 0,
  UpTick: 1,
  DownTick: 2,
} as const;

/** A name out of {@link Direction}, as the exchange writes it; the list is open. */
export type Direction = OpenEnum<typeof Direction>;
