import { type Best, best, type BookSide } from '../../book/book.ts';
import { bestFirst, type ExactLevel, type Texts, type TextsAt } from '../../book/ExactLevel.ts';
import type { Locked } from '../../book/isCrossed.ts';
import type { Making } from '../../book/exactView.ts';
import { compareScaled } from '../../codec/scalars/scaled.ts';
import type { BookState, BookTrust } from './bookState.ts';
import type { Shown } from './shownBook.ts';
import { isSameTrust, trustIn } from './toldBook.ts';

/** The best price of a side and the quantity at it, as exact decimals. */
export type ExactTouchLevel<V = string> = Pick<ExactLevel<V>, 'price' | 'quantity'>;

/** The best bid and ask as exact decimals, and how far they can be trusted. It never changes. */
export interface ExactTouchView<V = string> extends BookTrust {
  /** The instrument; absent until the symbol has been looked up. */
  readonly InstrumentId?: number;
  /** The best price of each side and the quantity at it; the key of an empty side is absent. */
  readonly best: Best<ExactTouchLevel<V>>;
}

type State = BookState<TextsAt>;

const bestIn = ({ best }: State, side: BookSide): Texts | undefined => {
  const there = side === 'bids' ? best.bid : best.ask;
  return there && bestFirst(side, there)[0];
};

const isSameLevel = (one: Texts | undefined, other: Texts | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    compareScaled(one.at(), other.at()) === 0 &&
    compareScaled(one.amount(), other.amount()) === 0);

/** To one consumer, in the values that he wants. */
export const exactTouch = <V>(options: Locked, { show }: Making<V>): Shown<State, ExactTouchView<V>> => {
  const touchOf = (level: Texts | undefined): ExactTouchLevel<V> | undefined => {
    if (level === undefined) return undefined;
    const { price, quantity } = show(level);
    return { price, quantity };
  };
  return {
    saysNothing: (one, other) =>
      isSameTrust(one, other, options) &&
      isSameLevel(bestIn(one, 'bids'), bestIn(other, 'bids')) &&
      isSameLevel(bestIn(one, 'asks'), bestIn(other, 'asks')),
    tell: (state, InstrumentId) => ({
      ...trustIn(state, options),
      ...(InstrumentId !== undefined && { InstrumentId }),
      best: best(touchOf(bestIn(state, 'bids')), touchOf(bestIn(state, 'asks'))),
    }),
  };
};
