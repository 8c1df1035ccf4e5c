import type { Board } from '../board.ts';
import type { BookModel } from '../bookModel.ts';
import type { Consumer, PlainBook } from '../consumers/consumer.ts';
import { differenceOf, isSameBook, touchOf } from '../truth.ts';

const differenceFrom = (consumer: Consumer, model: PlainBook): string | undefined => {
  const known = consumer.known();
  if (!('isLive' in known) || !known.isLive) return undefined;
  if (known._tag === 'Book') {
    const book = known.book();
    return isSameBook(book, model) ? undefined : differenceOf(book, model);
  }
  const best = String(touchOf(model));
  return known._tag !== 'Touch' || String(known.levels) === best
    ? undefined
    : `${String(known.levels)} for ${best}`;
};

/** Holds the books that consumers know to those that the frames tell. */
export const checkBooks = (
  board: Board,
  name: string,
  books: BookModel | undefined,
  consumers: readonly Consumer[],
): void => {
  for (const consumer of consumers) {
    const { what, instrument, stream } = consumer;
    if (!stream.startsWith('Level2')) continue;
    const model = books?.book(instrument);
    const why = model === undefined ? undefined : differenceFrom(consumer, model);
    if (why !== undefined) board.breach('one book', `${name} ${what} ${instrument}: ${why}`);
    if (books?.isUnreadable(instrument) === true && consumer.isLive())
      board.breach('never live when unreadable', `${name} ${what} ${instrument}`);
  }
};
