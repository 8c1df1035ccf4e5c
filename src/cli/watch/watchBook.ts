import { map, type Observable } from 'rxjs';
import type { Level } from '../../book/Level.ts';
import type { Connection } from '../../connection/connection.ts';
import { orderBook$, type OrderBookView } from '../../market/book/orderBook.ts';
import { bookLines, type BookScene } from '../view/bookLines.ts';
import { clockText } from '../view/clockText.ts';
import { trustSpan } from '../view/header.ts';
import { type Line, plainText } from '../view/line.ts';
import { numberText } from '../view/numberText.ts';
import { writerOf } from '../view/writerOf.ts';
import { changesOf } from './changesOf.ts';
import { type Show, shown } from './shown.ts';
import { unlessFailed } from './unlessFailed.ts';
import type { CommonChange, Watchable } from './watchable.ts';

/** The book has changed, or how far it can be trusted. */
export interface BookChange {
  readonly _tag: 'Book';
  readonly book: OrderBookView;
}

const row = ({ price, quantity }: Level): readonly [number, number] => [price, quantity];

const recordOf = (book: OrderBookView, symbol: string | undefined, depth: number): object => {
  const { status, asOf, epoch, spread, mid, repairs } = book;
  const { bids, asks } = book.top(depth);
  return {
    ...{ type: 'book', at: asOf, symbol, status, snapshot: epoch, repairs: repairs.done },
    ...{ spread, mid, bids: bids.map(row), asks: asks.map(row) },
  };
};

/** The best bid and ask, in one line; without the time, so that it shows whether anything has changed. */
const touchLine = ({ book, instrument }: BookScene): Line => {
  if (book === undefined) return [];
  const { bid, ask } = book.best;
  const { price, quantity } = writerOf(instrument);
  return [
    [bid === undefined ? '-' : `${quantity(bid.quantity)} @ ${price(bid.price)}`, 'up'],
    ['  '],
    [ask === undefined ? '-' : `${price(ask.price)} @ ${quantity(ask.quantity)}`, 'down'],
    [book.spread === undefined ? '' : `  spread ${numberText(book.spread)}`, 'faint'],
    ...(book.status === 'live' ? [] : ([['  '], trustSpan(book)] as const)),
  ];
};

/** How a book is watched, in so many levels a side. */
export const bookWatchable = (
  url: string,
  subject: string,
  depth: number,
): Watchable<BookChange, BookScene> => ({
  first: { url, subject },
  next: (scene, { book }) => ({ ...scene, book }),
  lines: (scene, frame) => bookLines(scene, frame, depth),
  told: ({ book }, scene, before) => {
    const line = touchLine(scene);
    return plainText(line) === plainText(touchLine(before))
      ? []
      : [[[`${clockText(book.asOf)}  `, 'faint'], ...line]];
  },
  records: ({ book }, { instrument }) => [recordOf(book, instrument?.Symbol, depth)],
});

/** What changes in the order book of a symbol, and the connection with it; see {@link changesOf}. */
export const bookChange$ = (connection: Connection, symbol: string): Observable<BookChange | CommonChange> =>
  changesOf(connection, symbol, ({ Symbol }) =>
    orderBook$(connection, { Symbol }).pipe(
      unlessFailed,
      map((book): BookChange => ({ _tag: 'Book', book })),
    ),
  );

/** Watches the order book of a symbol. */
export const watchBook = (connection: Connection, url: string, symbol: string, depth: number): Show =>
  shown(bookChange$(connection, symbol), bookWatchable(url, symbol, depth));
