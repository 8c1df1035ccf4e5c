import type { Locked } from '../../book/isCrossed.ts';
import { aBoolean, above0, from0, oneOf, optionsOf, type ShapesOf } from '../../misfits.ts';

/** The pauses between repairs of one book, in milliseconds. */
export interface RepairPause {
  /** The pause after the first repair. @default 5_000 */
  readonly first: number;
  /** The longest pause: pauses double up to it while repairs follow each other. @default 60_000 */
  readonly longest: number;
}

/**
 * Options of `orderBook$` and `touch$`: when a book counts as wrong, and how it is checked and repaired. Subscribers of
 * one book share its checks, which follow the strictest options among the current subscribers.
 */
export interface OrderBookOptions extends Locked {
  /** Whether the book is compared with `GetL2Snapshot` (an audit). @default true */
  readonly audit?: boolean;
  /** The age of the last snapshot or matching audit at which an audit starts, in milliseconds. @default 60_000 */
  readonly auditAfter?: number;
  /** The pauses between repairs. @default { first: 5_000, longest: 60_000 } */
  readonly repairPause?: Partial<RepairPause>;
}

const ofPause: ShapesOf<RepairPause> = { first: from0, longest: from0 };

/** What each option may be: a time that is none would have a book compared always, or never. */
export const bookShapes: ShapesOf<OrderBookOptions> = {
  audit: aBoolean,
  auditAfter: above0,
  locked: oneOf('crossed', 'fine'),
  repairPause: optionsOf(ofPause),
};

/** {@link OrderBookOptions} with nothing left open. */
export interface BookRules {
  readonly locked: 'crossed' | 'fine';
  /** `Infinity` for never. */
  readonly auditAfter: number;
  readonly repairPause: RepairPause;
}

/** What the options leave open, filled in. */
export const rulesOf = ({
  locked = 'crossed',
  audit = true,
  auditAfter = 60_000,
  repairPause: { first = 5_000, longest = 60_000 } = {},
}: OrderBookOptions): BookRules => ({
  locked,
  auditAfter: audit ? auditAfter : Infinity,
  repairPause: { first, longest },
});

/** Says whether both ask the same of a book. */
export const isSameRules = (one: BookRules, other: BookRules): boolean =>
  one.locked === other.locked &&
  one.auditAfter === other.auditAfter &&
  one.repairPause.first === other.repairPause.first &&
  one.repairPause.longest === other.repairPause.longest;

const stricter = (one: BookRules, other: BookRules): BookRules => ({
  locked: one.locked === 'crossed' ? one.locked : other.locked,
  auditAfter: Math.min(one.auditAfter, other.auditAfter),
  repairPause: {
    first: Math.min(one.repairPause.first, other.repairPause.first),
    longest: Math.min(one.repairPause.longest, other.repairPause.longest),
  },
});

/** Rules that ask no less of a book than each of these, for what is followed by all of them; of none, the usual ones. */
export const strictest = ([first = rulesOf({}), ...others]: readonly BookRules[]): BookRules =>
  others.reduce(stricter, first);
