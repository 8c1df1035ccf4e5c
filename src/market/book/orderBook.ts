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

/** A snapshot of an order book, and how far it can be trusted. It never changes, so you can keep it. */
export interface OrderBookView extends BookTrust, BookView {
  /** The instrument; absent until the symbol has been looked up. */
  readonly InstrumentId?: number;
  /** The errors found in the book so far, and the repairs. */
  readonly repairs: Repairs;
  /** How many rows were ignored so far because their side is unknown. */
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
 * The order book of an instrument. It lasts over reconnects, and its `status` says whether it is right. Trade only on a
 * `live` book: `whenLive()` passes no other, and errors with the cause of a `failed` one. No login needed.
 *
 * It emits at once: the current book, or an empty one with `status: 'restoring'`. Then it emits an immutable view after
 * every Level 2 frame and every change of status. A frame that has only rows of unknown sides emits nothing; its rows
 * are counted. After a loss of the connection the last book stays readable, with status `restoring`. The next snapshot
 * raises `epoch`. A symbol is looked up on every connection. If it now stands for another instrument, that instrument's
 * book follows, starting with a snapshot.
 *
 * - `crossed`: the best bid is not below the best ask. This is emitted at once. If it lasts for 1 s and three more
 *   frames, or for 5 s, the book is repaired.
 * - `stale`: audits found a wrong level. An audit compares the book with `GetL2Snapshot` when its last snapshot or
 *   matching audit is older than `auditAfter`. If two audits find the same unchanged level wrong, the book is repaired.
 *
 * A repair unsubscribes and resubscribes at the exchange for a new snapshot. The pauses between the repairs of one book
 * grow. `repairs` counts them.
 *
 * Cold and shared: subscribers of one instrument, whatever their depths, share one subscription at the exchange, one
 * book and its checks. The checks follow the strictest of their options: the shortest times, and audits if one of them
 * wants audits. `locked` applies to each subscriber alone: with `locked: 'fine'` a book with equal best prices is
 * `live` for that one. When the last subscriber leaves, the subscription at the exchange ends.
 *
 * It never errors. It completes when the client is closed, and after a value with `status: 'failed'` and its `cause`:
 * there is no such instrument, the parameters cannot be sent, or the client stopped reconnecting.
 *
 * With `level2: exact(SubscribeLevel2, toValue)` it emits an `ExactOrderBookView`. It has the same functions, but its
 * prices, quantities and computed values are exact decimals, as text or as what `toValue` makes of it. Exact and plain
 * subscribers of one instrument share the subscription, but each kind has its own book and checks. While one kind is
 * subscribed, the first subscriber of the other causes a resubscribe. If `toValue` throws, the status is `failed` with
 * a `DecodeError`.
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
  { level2, ...options }: OrderBookOptions & Partial<ExactBookOptions<V>> = {},
): Observable<OrderBookView | ExactOrderBookView<V>> {
  const asked = { connection, params, options };
  return level2 === undefined
    ? shownBook$(plainBooks, asked, shownTo(params.depth, options))
    : shownBook$(
        exactBooksOf(level2.reading),
        asked,
        exactlyShownTo(params.depth, options, makingOf(toValueOf(level2))),
      );
}
