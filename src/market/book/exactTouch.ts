import { type Best, best, type BookSide } from '../../book/book.ts';
import { bestFirst, type ExactLevel, type Texts, type TextsAt } from '../../book/ExactLevel.ts';
import type { Locked } from '../../book/isCrossed.ts';
import type { Making } from '../../book/exactView.ts';
import { compareScaled } from '../../codec/scalars/scaled.ts';
import type { BookState, BookTrust } from './bookState.ts';
import type { Shown } from './shownBook.ts';
import { isSameTrust, trustIn } from './toldBook.ts';

/** The best price of a side and what rests there, to the last digit. */
export type ExactTouchLevel<V = string> = Pick<ExactLevel<V>, 'price' | 'quantity'>;

/** The best bid and the best ask, to the last digit, with how far they can be trusted. It never changes. */
export interface ExactTouchView<V = string> extends BookTrust {
  /** The instrument; absent until its symbol has been looked up. */
  readonly InstrumentId?: number;
  /** The best price of each side and what rests there; the key of a side without levels is absent. */
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
