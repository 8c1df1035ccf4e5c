import type { Best } from './book.ts';
import type { Level } from './Level.ts';

/** What equal prices are taken for. */
export interface Locked {
  /** @default 'crossed' */
  readonly locked?: 'crossed' | 'fine';
}

/** Says whether the best bid is at the best ask or above it: for long, no exchange's book is. */
export const isCrossed = (
  { bid, ask }: Best<Pick<Level, 'price'>>,
  { locked = 'crossed' }: Locked = {},
): boolean =>
  bid !== undefined &&
  ask !== undefined &&
  (bid.price > ask.price || (bid.price === ask.price && locked === 'crossed'));
