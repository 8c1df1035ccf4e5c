import type { Locked } from '../../book/isCrossed.ts';

/** How fast the repairs of one book follow each other, in milliseconds. */
export interface RepairPause {
  /** After the first of them. @default 5_000 */
  readonly first: number;
  /** They double up to this, while they follow each other. @default 60_000 */
  readonly longest: number;
}

/**
 * Options of `orderBook$` and `touch$`: when a book is held for wrong, and what is done about it. Who follows one book
 * shares the watch over it, which goes by the strictest of what its consumers want at present.
 */
export interface OrderBookOptions extends Locked {
  /** `false` never compares the book with `GetL2Snapshot`. @default true */
  readonly audit?: boolean;
  /** After how many milliseconds without a snapshot or an agreed audit the book is compared. @default 60_000 */
  readonly auditAfter?: number;
  /** How long to wait between repairs that follow each other. @default { first: 5_000, longest: 60_000 } */
  readonly repairPause?: Partial<RepairPause>;
}

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
