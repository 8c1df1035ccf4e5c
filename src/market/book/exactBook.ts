import { defer, map, type Observable } from 'rxjs';
import type { AuditReading, Compared } from '../../book/audit.ts';
import { createBook, type Sides } from '../../book/book.ts';
import { type TextsAt, textsOf } from '../../book/ExactLevel.ts';
import { allAt } from '../../book/twins.ts';
import type { Level2Row } from '../../codec/records/Level2Row.ts';
import { compareScaled, textOf } from '../../codec/scalars/scaled.ts';
import type { NotLive } from '../../streams/kept.ts';
import type { Notice } from '../../streams/notice.ts';
import type { Reading } from '../../streams/reading.ts';
import type { KeptBook } from '../../topics/keptBook.ts';
import { SubscribeLevel2 } from '../../topics/SubscribeLevel2.ts';
import type { BookReading, Newest } from './bookReading.ts';

/** A book at one moment, to the last digit. */
export interface ExactBook {
  readonly sides: Sides<TextsAt>;
  readonly newest: Newest<TextsAt>;
}

/** Of prices that share a double the best one of a side counts. */
const bestAt = (there: TextsAt, side: 'bids' | 'asks') => {
  const all = allAt(there);
  return side === 'asks' ? all[0] : all[all.length - 1];
};

const compare = (bid: TextsAt, ask: TextsAt): number => {
  const [best, other] = [bestAt(bid, 'bids'), bestAt(ask, 'asks')];
  return best === undefined || other === undefined ? -1 : compareScaled(best.at, other.at);
};

const comparedAt = (there: TextsAt): readonly Compared[] =>
  allAt(there).map(({ price, at, amount }) => ({
    at: Number(price),
    price: textOf(at),
    quantity: textOf(amount),
  }));

const inDigits: AuditReading<TextsAt> = { place: textsOf, compared: comparedAt };

/** Keeps the book of one follower. */
const exactly = (depth: () => number): ((notice: Notice<KeptBook>) => Notice<ExactBook>) => {
  const book = createBook(textsOf);
  let present: ExactBook | undefined;
  const publish = (): ExactBook => (present = { sides: book.sides(), newest: book });
  const lastOf = (kept: NotLive<KeptBook>): NotLive<ExactBook> => {
    const { state, ...trust } = kept;
    return state === undefined || present === undefined ? trust : { ...trust, state: present };
  };
  return (notice) => {
    if (notice._tag === 'Begun') {
      book.load(notice.kept.state.rows(), depth());
      return { ...notice, kept: { ...notice.kept, state: publish() } };
    }
    if (notice._tag === 'Changed') {
      const { kept } = notice;
      if (kept.status !== 'live') return { ...notice, kept: lastOf(kept) };
      // What comes out of this topic is rows.
      book.apply(notice.event as readonly Level2Row[]);
      book.trim(depth());
      return { ...notice, kept: { ...kept, state: publish() } };
    }
    return { ...notice, kept: lastOf(notice.kept) };
  };
};

/** To the last digit, read by an exact reading of the topic. */
export const exactBookBy = (reading: Reading): BookReading<ExactBook, TextsAt> => ({
  topic: { ...SubscribeLevel2, reading },
  follow: (notice$, depth): Observable<Notice<ExactBook>> => defer(() => notice$.pipe(map(exactly(depth)))),
  newest: ({ newest }) => newest,
  compare,
  audit: inDigits,
});
