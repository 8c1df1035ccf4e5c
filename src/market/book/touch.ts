import type { Observable } from 'rxjs';
import { type Best, best } from '../../book/book.ts';
import type { Locked } from '../../book/isCrossed.ts';
import type { Level } from '../../book/Level.ts';
import type { Connection } from '../../connection/connection.ts';
import type { InstrumentParams } from '../../topics/instrumentId.ts';
import type { OrderBookOptions } from './bookOptions.ts';
import { makingOf } from '../../book/exactView.ts';
import { exactBooksOf, plainBooks } from './books.ts';
import type { BookState, BookTrust } from './bookState.ts';
import { type ExactBookOptions, toValueOf } from './exactOptions.ts';
import { exactTouch, type ExactTouchView } from './exactTouch.ts';
import { type Shown, shownBook$ } from './shownBook.ts';
import { isSameTrust, trustIn } from './toldBook.ts';

/** The best price of a side, and the quantity at it. */
export type TouchLevel = Pick<Level, 'price' | 'quantity'>;

/** The best bid and ask, and how far they can be trusted. It never changes. */
export interface TouchView extends BookTrust {
  /** The instrument; absent until the symbol has been looked up. */
  readonly InstrumentId?: number;
  /** The best price of each side and the quantity at it; the key of an empty side is absent. */
  readonly best: Best<TouchLevel>;
}

type Writable<A> = { -readonly [K in keyof A]: A[K] };

const touchOf = (level: Level | undefined): TouchLevel | undefined =>
  level && { price: level.price, quantity: level.quantity };

const isSameLevel = (one: Level | undefined, other: Level | undefined): boolean =>
  one === other || (one?.price === other?.price && one?.quantity === other?.quantity);

const shownBy = (options: Locked): Shown<BookState<Level>, TouchView> => ({
  saysNothing: (one, other) =>
    isSameLevel(one.best.bid, other.best.bid) &&
    isSameLevel(one.best.ask, other.best.ask) &&
    isSameTrust(one, other, options),
  tell: (state, InstrumentId) => {
    const { status, since, asOf, provenAt, epoch, cause } = trustIn(state, options);
    const { bid, ask } = state.best;
    const touch = best(touchOf(bid), touchOf(ask));
    const view: Writable<TouchView> = { status, since, asOf, provenAt, epoch, best: touch };
    if (cause !== undefined) view.cause = cause;
    if (InstrumentId !== undefined) view.InstrumentId = InstrumentId;
    return view;
  },
});

/**
 * The best bid and ask of an instrument, without the rest of the book. It emits at once, then whenever the price or the
 * quantity of either changes, and with every change of status. Otherwise it behaves like `orderBook$`. It shares the
 * subscription, the book and the checks with it, and takes `level2` for exact decimals too.
 *
 * @example
 * touch$(client, { Symbol: 'BTCUSDT' })
 *   .pipe(whenLive())
 *   .subscribe(({ best: { bid, ask } }) => console.log(bid?.price, ask?.price));
 */
export function touch$<V>(
  connection: Connection,
  params: InstrumentParams,
  options: ExactBookOptions<V>,
): Observable<ExactTouchView<V>>;
export function touch$(
  connection: Connection,
  params: InstrumentParams,
  options?: OrderBookOptions,
): Observable<TouchView>;
export function touch$<V>(
  connection: Connection,
  params: InstrumentParams,
  { level2, ...options }: OrderBookOptions & Partial<ExactBookOptions<V>> = {},
): Observable<TouchView | ExactTouchView<V>> {
  const asked = { connection, params, options };
  return level2 === undefined
    ? shownBook$(plainBooks, asked, shownBy(options))
    : shownBook$(exactBooksOf(level2.reading), asked, exactTouch(options, makingOf(toValueOf(level2))));
}
