import type { OpenEnum } from './openEnum.ts';

/** Whether an order had rested in the book or took from it. */
export const MakerTaker = {
  Unknown: 0,
  Maker: 1,
  Taker: 2,
} as const;

/** A name out of {@link MakerTaker}, as the exchange writes it; the list is open. */
export type MakerTaker = OpenEnum<typeof MakerTaker>;
