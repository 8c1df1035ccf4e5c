import { identity, type Observable } from 'rxjs';
import { type AuditReading, inDoubles } from '../../book/audit.ts';
import type { Book } from '../../book/book.ts';
import { type ComparePrices, comparePrices } from '../../book/isCrossed.ts';
import type { Level } from '../../book/Level.ts';
import type { Notice } from '../../streams/notice.ts';
import { type KeptBook, newestOf } from '../../topics/keptBook.ts';
import { SubscribeLevel2 } from '../../topics/SubscribeLevel2.ts';

/** What can be asked of the newest state of a book alone. */
export type Newest<L> = Pick<Book<L>, 'best' | 'knownTo' | 'sides'>;

/** How a book is read: in doubles, or to the last digit. `B` is its state at one moment, `L` what stands at a price. */
export interface BookReading<B, L> {
  /** What it is followed by. */
  readonly topic: typeof SubscribeLevel2;
  /**
   * Makes of what the stream tells what it tells of states of this kind; for one follower.
   *
   * @param depth How many levels a side the exchange is asked for.
   */
  readonly follow: (notice$: Observable<Notice<KeptBook>>, depth: () => number) => Observable<Notice<B>>;
  /** The book that a state is of, as it is now: only the newest state says the same. */
  readonly newest: (state: B) => Newest<L> | undefined;
  readonly compare: ComparePrices<L>;
  readonly audit: AuditReading<L>;
}

/** In doubles, as the topic keeps it. */
export const plainBook: BookReading<KeptBook, Level> = {
  topic: SubscribeLevel2,
  follow: identity,
  newest: newestOf,
  compare: comparePrices,
  audit: inDoubles,
};
