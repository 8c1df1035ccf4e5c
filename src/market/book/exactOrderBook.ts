import { createBook } from '../../book/book.ts';
import { type TextsAt, textsOf } from '../../book/ExactLevel.ts';
import { type ExactBookView, exactViewOf, type Making } from '../../book/exactView.ts';
import type { BookState, BookTrust } from './bookState.ts';
import type { ExactBook } from './exactBook.ts';
import type { Repairs } from './repairs.ts';
import { isSameTrust, type Shown } from './shownBook.ts';

/** An order book at one moment, to the last digit, with how far it can be trusted. It never changes. */
export interface ExactOrderBookView<V = string> extends BookTrust, ExactBookView<V> {
  /** The instrument; absent until its symbol has been looked up. */
  readonly InstrumentId?: number;
  /** What was wrong with it so far, and what was done about it. */
  readonly repairs: Repairs;
  /** How many rows of an unknown side were passed over so far. */
  readonly unknownSides: number;
}

const emptySides = createBook(textsOf).sides();

/** To one consumer, in the values that he wants. */
export const exactlyShownTo = <V>(
  depth: number | undefined,
  making: Making<V>,
): Shown<BookState<ExactBook, TextsAt>, ExactOrderBookView<V>> => ({
  saysNothing: (one, other) => one.frames === other.frames && isSameTrust(one, other),
  tell: ({ kept, trust, repairs, unknownSides }, InstrumentId) => ({
    ...exactViewOf(kept.state?.sides ?? emptySides, making, depth, InstrumentId),
    ...trust,
    repairs,
    unknownSides,
    ...(InstrumentId !== undefined && { InstrumentId }),
  }),
});
