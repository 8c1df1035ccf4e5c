import { createBook, type Sides } from '../../book/book.ts';
import { type TextsAt, textsOf } from '../../book/ExactLevel.ts';
import type { Locked } from '../../book/isCrossed.ts';
import { type ExactBookView, exactViewOf, type Making } from '../../book/exactView.ts';
import { newestExactlyOf } from '../../topics/keptBook.ts';
import type { BookState, BookTrust } from './bookState.ts';
import type { Repairs } from './repairs.ts';
import type { Shown } from './shownBook.ts';
import { isSameTrust, trustIn } from './toldBook.ts';

/** A snapshot of an order book with exact decimals, and how far it can be trusted. It never changes. */
export interface ExactOrderBookView<V = string> extends BookTrust, ExactBookView<V> {
  /** The instrument; absent until the symbol has been looked up. */
  readonly InstrumentId?: number;
  /** The errors found in the book so far, and the repairs. */
  readonly repairs: Repairs;
  /** How many rows were ignored so far because their side is unknown. */
  readonly unknownSides: number;
}

const emptySides = createBook(textsOf).sides();

const sidesOf = ({ kept: { state } }: BookState<TextsAt>): Sides<TextsAt> =>
  (state && newestExactlyOf(state)?.sides()) ?? emptySides;

/** To one consumer, in the values that he wants. */
export const exactlyShownTo = <V>(
  depth: number | undefined,
  options: Locked,
  making: Making<V>,
): Shown<BookState<TextsAt>, ExactOrderBookView<V>> => ({
  saysNothing: (one, other) => one.frames === other.frames && isSameTrust(one, other, options),
  tell: (state, InstrumentId) => ({
    ...exactViewOf(sidesOf(state), making, depth, InstrumentId),
    ...trustIn(state, options),
    repairs: state.repairs,
    unknownSides: state.unknownSides,
    ...(InstrumentId !== undefined && { InstrumentId }),
  }),
});
