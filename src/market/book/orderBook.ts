import type { Observable } from 'rxjs';
import { createBook } from '../../book/book.ts';
import { makingOf } from '../../book/exactView.ts';
import type { Locked } from '../../book/isCrossed.ts';
import { type Level, levelOf } from '../../book/Level.ts';
import { type BookView, viewOf } from '../../book/view.ts';
import type { Connection } from '../../connection/connection.ts';
import type { OrderBookOptions } from './bookOptions.ts';
import { exactBooksOf, plainBooks } from './books.ts';
import type { BookState, BookTrust } from './bookState.ts';
import { type ExactBookOptions, toValueOf } from './exactOptions.ts';
import { exactlyShownTo, type ExactOrderBookView } from './exactOrderBook.ts';
import type { Repairs } from './repairs.ts';
import { type OrderBookParams, type Shown, shownBook$ } from './shownBook.ts';
import { isSameTrust, trustIn } from './toldBook.ts';

/** An order book at one moment, with how far it can be trusted. It never changes: whoever keeps it keeps that moment. */
export interface OrderBookView extends BookTrust, BookView {
  /** The instrument; absent until its symbol has been looked up. */
  readonly InstrumentId?: number;
  /** What was wrong with it so far, and what was done about it. */
  readonly repairs: Repairs;
  /** How many rows of an unknown side were passed over so far. */
  readonly unknownSides: number;
}

type Writable<A> = { -readonly [K in keyof A]: A[K] };

const emptySides = createBook(levelOf).sides();

/** Field by field: to copy a view with its functions would cost as much as the book. */
const bookOf = (
  view: BookView,
  { status, since, asOf, provenAt, epoch }: BookTrust,
  { repairs, unknownSides }: BookState<Level>,
): Writable<OrderBookView> => ({
  status,
  since,
  asOf,
  provenAt,
  epoch,
  repairs,
  unknownSides,
  best: view.best,
  top: view.top,
  levels: view.levels,
  quantityAt: view.quantityAt,
  depthTo: view.depthTo,
  toFill: view.toFill,
  toSpend: view.toSpend,
  imbalance: view.imbalance,
  without: view.without,
});

const shownTo = (depth: number | undefined, options: Locked): Shown<BookState<Level>, OrderBookView> => ({
  saysNothing: (one, other) => one.frames === other.frames && isSameTrust(one, other, options),
  tell: (state, InstrumentId) => {
    const trust = trustIn(state, options);
    const view = state.kept.state?.view(depth) ?? viewOf(emptySides);
    const book = bookOf(view, trust, state);
    if (view.spread !== undefined) book.spread = view.spread;
    if (view.mid !== undefined) book.mid = view.mid;
    if (trust.cause !== undefined) book.cause = trust.cause;
    if (InstrumentId !== undefined) book.InstrumentId = InstrumentId;
    return book;
  },
});

/**
 * The order book of an instrument, over any number of reconnects, and with a status that says whether it is right. No
 * login needed. Only a `live` book is to be traded on: `whenLive()` lets through no other.
 *
 * Emits at once, the present book or `restoring` and an empty one, then an immutable view after every Level 2 frame and
 * with every change of status. A frame with rows of unknown sides alone emits nothing and is counted. On a loss it is
 * `restoring`, and the last book stays readable; the next snapshot raises `epoch`. A symbol is looked up on every socket:
 * where it stands for another instrument by then, that one's book follows, from its beginning.
 *
 * - `crossed`: the best bid is not below the best ask, told at once. When that has lasted for a second and three frames
 *   more, or for 5 s, the book is begun afresh.
 * - `stale`: the book differs from `GetL2Snapshot`, twice at one level that stood still. It is compared when its last
 *   snapshot or agreed comparison is older than `auditAfter`, and begun afresh where it is wrong.
 *
 * A fresh start is an unsubscribe, then a subscribe; those of one book follow each other after pauses that grow, and all
 * is counted in `repairs`.
 *
 * Cold, and shared behind the scenes: consumers of one instrument, whatever their depths, share one subscription at the
 * exchange, one book and one watch over it, which is by the strictest of their options: the shortest times, an audit
 * where one of them wants it. What one of them takes for `locked: 'fine'` it is told as `live`, whatever the others take
 * it for. Unsubscribing lets go of it, and the last one ends it. It completes when the client is closed, and after
 * `failed`, which is told with its `cause` where the book cannot be had: no such instrument, parameters that cannot be
 * sent, or the connection was given up. It does not error.
 *
 * With `level2: exact(SubscribeLevel2, toValue)` its prices and quantities are to the last digit, as text or as what
 * `toValue` makes of it, and so is all that the view reckons: it is then an `ExactOrderBookView`, which has the same
 * functions. Exact and plain consumers of one instrument share the subscription, but have a book and a watch each, and
 * the first of either kind has it begun afresh. Where `toValue` throws it is `failed` with a `DecodeError`.
 *
 * @example
 * orderBook$(client, { Symbol: 'BTCUSDT', depth: 10 })
 *   .pipe(whenLive())
 *   .subscribe(({ best, toFill }) => console.log(best.bid?.price, best.ask?.price, toFill('Buy', 1).vwap));
 */
export function orderBook$<V>(
  connection: Connection,
  params: OrderBookParams,
  options: ExactBookOptions<V>,
): Observable<ExactOrderBookView<V>>;
export function orderBook$(
  connection: Connection,
  params: OrderBookParams,
  options?: OrderBookOptions,
): Observable<OrderBookView>;
export function orderBook$<V>(
  connection: Connection,
  params: OrderBookParams,
  options: OrderBookOptions & Partial<ExactBookOptions<V>> = {},
): Observable<OrderBookView | ExactOrderBookView<V>> {
  const { level2 } = options;
  const asked = { connection, params, options };
  return level2 === undefined
    ? shownBook$(plainBooks, asked, shownTo(params.depth, options))
    : shownBook$(
        exactBooksOf(level2.reading),
        asked,
        exactlyShownTo(params.depth, options, makingOf(toValueOf(level2))),
      );
}
