import type { RepairPause } from './bookOptions.ts';

/** Why a book was repaired: it was crossed for too long, or two audits found the same level wrong. */
export type RepairReason = 'crossed' | 'differences';

/** The errors found in a book and its repairs, counted while the book has subscribers. */
export interface Repairs {
  /** How many repairs have led to a new snapshot. */
  readonly done: number;
  /** How often the book became crossed. */
  readonly crossed: number;
  /** How many audits found the book wrong, at a level that an audit had found wrong before. */
  readonly differences: number;
  /** How many audits were requested. */
  readonly audits: number;
  /** The last repair: when it started, in milliseconds since 1970, and why. */
  readonly last?: { readonly at: number; readonly why: RepairReason };
}

/** Nothing was wrong. */
export const noRepairs: Repairs = { done: 0, crossed: 0, differences: 0, audits: 0 };

/** How repairs have followed each other. Times are on the clock that nobody sets. */
export interface RepairPace {
  /** How many have followed each other. */
  readonly inARow: number;
  /** When the last of them was over. */
  readonly endedAt: number;
}

/** There was no repair yet. */
export const rested: RepairPace = { inARow: 0, endedAt: -Infinity };

/** So long without a sign of anything wrong, and the next repair is a first one. */
const peace = 60_000;

/** The pace once it is seen again, now, that something is wrong. */
export const paceAt = (pace: RepairPace, now: number): RepairPace =>
  now - pace.endedAt >= peace ? rested : pace;

/** When the next repair may begin: the first at once, others after pauses that double. */
export const mayRepairAt = ({ inARow, endedAt }: RepairPace, { first, longest }: RepairPause): number =>
  inARow === 0 ? -Infinity : endedAt + Math.min(longest, first * 2 ** Math.min(inARow - 1, 30));
