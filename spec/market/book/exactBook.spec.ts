import { Subject } from 'rxjs';
import { differences, touchedBy } from '../../../src/book/audit.ts';
import { bestTextsOf } from '../../../src/book/exactLevels.ts';
import type { Level2Row } from '../../../src/codec/records/Level2Row.ts';
import { exact } from '../../../src/exact.ts';
import { type ExactBook, exactBookBy } from '../../../src/market/book/exactBook.ts';
import { type Notice, notYet } from '../../../src/streams/notice.ts';
import { beginBook, type KeptBook } from '../../../src/topics/keptBook.ts';
import { SubscribeLevel2 } from '../../../src/topics/SubscribeLevel2.ts';
import { exactRow } from '../../support/books.ts';

const reading = exactBookBy(exact(SubscribeLevel2).reading);
const live = (rows: readonly Level2Row[]) =>
  ({
    status: 'live',
    state: beginBook(rows, { Depth: 500 }),
    since: 0,
    asOf: 0,
    provenAt: 0,
    epoch: 1,
  }) as const;

/** What is followed of a snapshot and of frames after it, with a window of two levels. */
const following = (...frames: readonly (readonly Level2Row[])[]) => {
  const notices = new Subject<Notice<KeptBook>>();
  const told: Notice<ExactBook>[] = [];
  reading.follow(notices, () => 2).subscribe((notice) => told.push(notice));
  const [first = [], ...others] = frames;
  notices.next({ _tag: 'Begun', kept: live(first) });
  for (const rows of others) notices.next({ _tag: 'Changed', event: rows, kept: live(first) });
  return { notices, told, last: () => told.at(-1)?.kept.state };
};

const pricesOf = (book: ExactBook | undefined) =>
  book && [bestTextsOf(book.sides, 'bids')?.price, bestTextsOf(book.sides, 'asks')?.price];

describe('an exact book', () => {
  it('is kept over frames, each state for ever, within the window', () => {
    const { told, last } = following(
      [exactRow(0, '9.10', '1'), exactRow(1, '9.20', '1')],
      [exactRow(0, '9.11', '1'), exactRow(0, '9.12', '1')],
      [exactRow(0, '9.12', '0'), exactRow(0, '9.11', '0')],
    );
    expect(told.map(({ kept }) => pricesOf(kept.state)?.[0])).toEqual(['9.10', '9.12', undefined]);
    // What left the window is gone.
    expect(pricesOf(last())).toEqual([undefined, '9.20']);
  });

  it('is readable, as it was last, while it is lost', () => {
    const { notices, told } = following([exactRow(0, '9.10', '1')]);
    const { state, ...trust } = live([]);
    notices.next({ _tag: 'Lost', kept: { ...trust, state, status: 'restoring' } });
    notices.next({ _tag: 'Changed', event: [], kept: { ...trust, state, status: 'restoring' } });
    expect(told.map(({ kept: { status } }) => status)).toEqual(['live', 'restoring', 'restoring']);
    expect(told.map(({ kept }) => pricesOf(kept.state)?.[0])).toEqual(['9.10', '9.10', '9.10']);
  });

  it('is none before its snapshot', () => {
    const notices = new Subject<Notice<KeptBook>>();
    const told: Notice<ExactBook>[] = [];
    reading.follow(notices, () => 2).subscribe((notice) => told.push(notice));
    notices.next(notYet());
    expect('state' in (told[0]?.kept ?? {})).toBe(false);
  });

  it('is crossed by its digits, not by doubles', () => {
    const best = (bid: string, ask: string) => {
      const { last } = following([exactRow(0, bid, '1'), exactRow(1, ask, '1')]);
      const book = last();
      const { bid: ours, ask: theirs } = (book && reading.newest(book)?.best()) ?? {};
      if (ours === undefined || theirs === undefined) throw new Error('there are both');
      return Math.sign(reading.compare(ours, theirs));
    };
    expect(best('0.1', '0.10000000000000001')).toBe(-1);
    expect(best('0.10000000000000001', '0.1')).toBe(1);
    expect(best('0.10', '0.1')).toBe(0);
  });

  it('differs from an answer by its digits', () => {
    const { last } = following([exactRow(0, '9.10', '0.1'), exactRow(1, '9.20', '1')]);
    const book = last();
    const newest = book && reading.newest(book);
    if (newest === undefined) throw new Error('there is a book');
    const found = (...answer: readonly Level2Row[]) =>
      differences({ book: newest, answer, depth: 500, touched: touchedBy([]) }, reading.audit);
    expect(found(exactRow(0, '9.1', '0.10'), exactRow(1, '9.200', '1.0'))).toEqual([]);
    expect(found(exactRow(0, '9.1', '0.10000000000000001'), exactRow(1, '9.2', '1'))).toEqual([
      { side: 'bids', price: '9.1', kept: '0.1', told: '0.10000000000000001' },
    ]);
  });
});
