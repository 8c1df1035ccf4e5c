import { type AuditReading, inDoubles } from '../../book/audit.ts';
import { type ComparePrices, comparePrices } from '../../book/isCrossed.ts';
import type { Level } from '../../book/Level.ts';
import { type KeptBook, type NewestBook, newestOf } from '../../topics/keptBook.ts';
import { SubscribeLevel2 } from '../../topics/SubscribeLevel2.ts';

/** How a book is read: in doubles, or to the last digit. `L` is what stands at a price. */
export interface BookReading<L> {
  /** What it is followed by. */
  readonly topic: typeof SubscribeLevel2;
  /** The book that a state is of, as it is now: only the newest state says the same. */
  readonly newest: (state: KeptBook) => NewestBook<L> | undefined;
  readonly compare: ComparePrices<L>;
  readonly audit: AuditReading<L>;
}

/** In doubles. */
export const plainBook: BookReading<Level> = {
  topic: SubscribeLevel2,
  newest: newestOf,
  compare: comparePrices,
  audit: inDoubles,
};
