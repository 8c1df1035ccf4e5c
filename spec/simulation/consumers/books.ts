import { tap } from 'rxjs';
import type { BookView } from '../../../src/book/view.ts';
import {
  exact,
  follow$,
  Level2Column,
  orderBook$,
  type OrderBookView,
  subscribe$,
  SubscribeLevel2,
  touch$,
  type TouchView,
} from '../../../src/index.ts';
import { type Followed, type Following, nothing, plainly, type PlainBook } from './consumer.ts';
import { beginLaw, trustLaw } from './laws.ts';

const plainBookOf = (view: BookView): PlainBook =>
  new Map(
    (['bids', 'asks'] as const).flatMap((side, index) =>
      Array.from(view.levels(side), ({ price, quantity }) => [`${index} ${price}`, quantity] as const),
    ),
  );
const textOf = (book: PlainBook): string =>
  [...book].map(([level, quantity]) => `${level} ${quantity}`).join();

/** Keeps one view in eight, and says whether all are still what they were. */
const keepViews = () => {
  const kept: { readonly view: BookView; readonly text: string }[] = [];
  let count = 0;
  return {
    keep: (view: BookView): void => {
      count += 1;
      if (count % 8 === 1) kept.push({ view, text: textOf(plainBookOf(view)) });
    },
    areSame: (): boolean => kept.every(({ view, text }) => textOf(plainBookOf(view)) === text),
  };
};

/** `follow$` of a book. */
export const followBook = (following: Following, instrument: number): Followed => {
  const { client, board, name } = following;
  const law = trustLaw(following, 'book');
  const views = keepViews();
  let isLive = false;
  let view: BookView | undefined;
  return {
    stream: `Level2:${instrument}`,
    isToldAtOnce: true,
    value$: follow$(client, SubscribeLevel2, { InstrumentId: instrument }).pipe(
      tap((book) => {
        law(book);
        isLive = book.status === 'live';
        view = book.state?.view();
        if (view !== undefined) views.keep(view);
      }),
    ),
    isLive: () => isLive,
    known: () => {
      const shown = view;
      return shown === undefined ? nothing : { _tag: 'Book', isLive, book: () => plainBookOf(shown) };
    },
    judge: () => {
      if (!views.areSame()) board.breach('kept views', `${name} book: a view that was kept has changed`);
    },
  };
};

/** `subscribe$` of a book, and its rows folded by hand. */
export const followBookRows = (following: Following, instrument: number): Followed => {
  const law = beginLaw(following, 'bookRows');
  const book = new Map<string, number>();
  let generation: number | undefined;
  return {
    ...plainly,
    stream: `Level2:${instrument}`,
    isToldAtOnce: false,
    value$: subscribe$(following.client, SubscribeLevel2, { InstrumentId: instrument }).pipe(
      tap(({ _tag, payload }) => {
        law(_tag === 'Snapshot');
        generation = following.tap.socket()?.number;
        if (_tag === 'Snapshot') book.clear();
        for (const row of payload) {
          const level = `${row[Level2Column.Side]} ${row[Level2Column.Price]}`;
          if (row[Level2Column.ActionType] === 2) book.delete(level);
          else book.set(level, row[Level2Column.Quantity]);
        }
      }),
    ),
    known: () => {
      const isLive = generation === following.tap.socket()?.number;
      return generation === undefined ? nothing : { _tag: 'Book', isLive, book: () => new Map(book) };
    },
  };
};

/** `follow$` of a book to the last digit: rows. */
export const followExactBook = (following: Following, instrument: number): Followed => {
  const law = trustLaw(following, 'exactBook');
  let isLive = false;
  let rows: readonly (readonly unknown[])[] | undefined;
  return {
    ...plainly,
    stream: `Level2:${instrument}`,
    isToldAtOnce: true,
    value$: follow$(following.client, exact(SubscribeLevel2), { InstrumentId: instrument }).pipe(
      tap((book) => {
        law(book);
        isLive = book.status === 'live';
        rows = book.state;
      }),
    ),
    isLive: () => isLive,
    known: () => {
      const shown = rows;
      if (shown === undefined) return nothing;
      const levels = () =>
        shown.map(
          (row) =>
            [
              `${String(row[Level2Column.Side])} ${Number(row[Level2Column.Price])}`,
              Number(row[Level2Column.Quantity]),
            ] as const,
        );
      return { _tag: 'Book', isLive, book: () => new Map(levels()) };
    },
  };
};

const repairPause = { first: 2_000, longest: 8_000 };

/** Repairs are counted one by one, and not faster than their pause. */
const repairLaw = ({ name, board }: Following, what: 'orderBook' | 'touch') => {
  let last: number | undefined;
  let done: number | undefined;
  const wrong = (why: string): void => board.breach('repairs paced', `${name} ${what}: ${why}`);
  return ({ repairs }: OrderBookView): void => {
    const before = done;
    ({ done } = repairs);
    // What was done before it came it has not seen.
    if (before === undefined || done === before) return;
    if (done !== before + 1) wrong(`${done} repairs after ${before}`);
    if (last !== undefined && board.now() - last < repairPause.first)
      wrong(`a repair ${board.now() - last} ms after another`);
    last = board.now();
  };
};

/** `orderBook$`, with its audits. */
export const followOrderBook = (following: Following, instrument: number): Followed => {
  const { client, board, name, auditAfter } = following;
  const law = trustLaw(following, 'orderBook');
  const lawOfRepairs = repairLaw(following, 'orderBook');
  const views = keepViews();
  let view: OrderBookView | undefined;
  return {
    stream: `Level2:${instrument}`,
    isToldAtOnce: true,
    value$: orderBook$(client, { InstrumentId: instrument }, { auditAfter, repairPause }).pipe(
      tap((book) => {
        law(book);
        lawOfRepairs(book);
        view = book;
        views.keep(book);
        const { bid, ask } = book.best;
        const isCrossed = bid !== undefined && ask !== undefined && bid.price >= ask.price;
        if (isCrossed ? book.status === 'live' : book.status === 'crossed')
          board.breach(
            'crossed truly',
            `${name} orderBook is ${book.status}: ${bid?.price} for ${ask?.price}`,
          );
      }),
    ),
    isLive: () => view?.status === 'live',
    known: () => {
      const shown = view;
      if (shown === undefined || shown.epoch === 0) return nothing;
      return { _tag: 'Book', isLive: shown.status === 'live', book: () => plainBookOf(shown) };
    },
    judge: () => {
      if (!views.areSame()) board.breach('kept views', `${name} orderBook: a view that was kept has changed`);
    },
  };
};

/** `touch$`. */
export const followTouch = (following: Following, instrument: number): Followed => {
  const { client, auditAfter } = following;
  const law = trustLaw(following, 'touch');
  let last: TouchView | undefined;
  return {
    ...plainly,
    stream: `Level2:${instrument}`,
    isToldAtOnce: true,
    value$: touch$(client, { InstrumentId: instrument }, { auditAfter, repairPause }).pipe(
      tap((touch) => {
        law(touch);
        last = touch;
      }),
    ),
    isLive: () => last?.status === 'live',
    known: () => {
      if (last === undefined || last.epoch === 0) return nothing;
      const { bid, ask } = last.best;
      const levels = [bid, ask].map((level) => [level?.price, level?.quantity]);
      return { _tag: 'Touch', isLive: last.status === 'live', levels };
    },
  };
};
