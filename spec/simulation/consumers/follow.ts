import { asyncScheduler, map, type Observable, Subject, takeUntil, tap, timer } from 'rxjs';
import {
  type Bars,
  bars$,
  type Client,
  conflateMap,
  type Counters,
  createCounters,
  follow$,
  isClientError,
  type Kept,
  type Level1,
  Level2Column,
  type Level2Message,
  subscribe$,
  SubscribeAccountEvents,
  SubscribeLevel1,
  SubscribeLevel2,
  SubscribeOrderStateEvents,
  SubscribeTrades,
  trades$,
  type Trust,
} from '../../src/index.ts';
import type { BookView } from '../../src/book/view.ts';
import type { KeptBook } from '../../src/topics/keptBook.ts';
import type { Board } from './board.ts';
import type { Followable } from './scenario.ts';
import type { WireTap } from './wireTap.ts';

/** Who follows, and what watches over it. */
export interface Following {
  readonly name: string;
  readonly client: Client;
  readonly board: Board;
  readonly tap: WireTap;
  readonly account: number | undefined;
  /** How many of its consumers are joining at the moment. */
  readonly joins: { under: number };
  /** From the call of `close()` on. */
  readonly isClosing: () => boolean;
  /** Once `close()` has returned. */
  readonly isClosed: () => boolean;
}

/** A book by its levels: side and price to quantity. */
export type PlainBook = ReadonlyMap<string, number>;

/** What a consumer knows now, as far as it has anything to know. */
export type Known =
  | { readonly _tag: 'Nothing' }
  | {
      readonly _tag: 'Book';
      readonly isLive: boolean;
      readonly book: () => PlainBook;
      readonly view?: BookView;
    }
  | { readonly _tag: 'Summary'; readonly isLive: boolean; readonly prices: readonly unknown[] }
  | { readonly _tag: 'Trades'; readonly runs: readonly (readonly number[])[] }
  | { readonly _tag: 'Bars'; readonly isLive: boolean }
  | { readonly _tag: 'Orders'; readonly heard: ReadonlySet<number> };

/** One consumer of a stream or a state. */
export interface Consumer {
  readonly what: Followable;
  readonly instrument: number;
  /** The stream that it needs at the exchange. */
  readonly stream: string;
  readonly known: () => Known;
  /** Whether what it was told last is `live`. */
  readonly isLive: () => boolean;
  readonly isOver: () => boolean;
  readonly leave: () => void;
  /** Says what is wrong once all is over. */
  readonly judge: () => void;
}

/** How a consumer behaves. */
export interface Manner {
  readonly slow?: number;
  /** Called with the number of each emission, the first being 1. */
  readonly emitted: (count: number) => void;
}

interface Mind {
  readonly known: () => Known;
  readonly isLive: () => boolean;
  readonly judge: () => void;
}
interface Followed {
  readonly stream: string;
  readonly value$: Observable<unknown>;
  readonly mind: Mind;
  /** Whether it is told something as soon as it subscribes. */
  readonly isToldAtOnce: boolean;
}

const nothing: Known = { _tag: 'Nothing' };
const never = (): boolean => false;

/** The law of what is kept: the parts of its trust agree, and go one way. */
const trustLaw = (
  { name, board, tap: { socket }, isClosing }: Following,
  what: Followable,
): ((trust: Trust) => void) => {
  let before: Trust | undefined;
  const wrong = (why: string, trust: Trust): void => {
    const { status, since, asOf, provenAt, epoch } = trust;
    board.breach(
      'trust',
      `${name} ${what}: ${why}: ${JSON.stringify({ status, since, asOf, provenAt, epoch })}`,
    );
  };
  return (trust) => {
    const now = asyncScheduler.now();
    if (trust.provenAt > trust.asOf) wrong('proven later than true', trust);
    if (trust.asOf > now || trust.since > now) wrong('of the future', trust);
    if (trust.status === 'live' && trust.epoch < 1) wrong('live without a snapshot', trust);
    if (trust.status === 'live' && !isClosing() && socket()?.isLoggedIn() === false)
      wrong('live without a socket', trust);
    if (before !== undefined) {
      if (trust.epoch < before.epoch) wrong('an older epoch', trust);
      if (trust.asOf < before.asOf || trust.provenAt < before.provenAt) wrong('an older proof', trust);
      if (trust.since < before.since) wrong('an older change', trust);
      if (trust.status === before.status && trust.since !== before.since)
        wrong('a change without one', trust);
    }
    before = trust;
  };
};

/** After a loss, and at first, a stream begins with a snapshot. */
const beginLaw = (
  { name, board, tap: { socket }, joins }: Following,
  what: Followable,
): ((isBegin: boolean) => void) => {
  let generation: number | undefined;
  return (isBegin) => {
    const present = socket()?.number;
    // What was held back while a consumer joined may be of a socket that it has given up.
    if (present === undefined && joins.under > 0) return;
    if (present !== generation && !isBegin)
      board.breach('snapshot first', `${name} ${what}: an update is the first that is told`);
    generation = present;
  };
};

const plainBookOf = (view: BookView): PlainBook =>
  new Map(
    (['bids', 'asks'] as const).flatMap((side, index) =>
      Array.from(view.levels(side), ({ price, quantity }) => [`${index} ${price}`, quantity] as const),
    ),
  );
const textOf = (book: PlainBook): string =>
  [...book].map(([level, quantity]) => `${level} ${quantity}`).join();

const followBook = (following: Following, instrument: number): Followed => {
  const { client, board, name } = following;
  const law = trustLaw(following, 'book');
  const kept: { readonly view: BookView; readonly text: string }[] = [];
  let last: Kept<KeptBook> | undefined;
  let view: BookView | undefined;
  let count = 0;
  return {
    stream: `Level2:${instrument}`,
    isToldAtOnce: true,
    value$: follow$(client, SubscribeLevel2, { InstrumentId: instrument }).pipe(
      tap((book) => {
        law(book);
        last = book;
        view = book.state?.view();
        count += 1;
        if (view !== undefined && count % 8 === 1) kept.push({ view, text: textOf(plainBookOf(view)) });
      }),
    ),
    mind: {
      isLive: () => last?.status === 'live',
      known: () => {
        const shown = view;
        if (shown === undefined) return nothing;
        return { _tag: 'Book', isLive: last?.status === 'live', book: () => plainBookOf(shown), view: shown };
      },
      judge: () => {
        if (kept.some((one) => textOf(plainBookOf(one.view)) !== one.text))
          board.breach('kept views', `${name} book: a view that was kept has changed`);
      },
    },
  };
};

const followBookRows = (following: Following, instrument: number): Followed => {
  const law = beginLaw(following, 'bookRows');
  const book = new Map<string, number>();
  let generation: number | undefined;
  return {
    stream: `Level2:${instrument}`,
    isToldAtOnce: false,
    value$: subscribe$(following.client, SubscribeLevel2, { InstrumentId: instrument }).pipe(
      tap(({ _tag, payload }: Level2Message) => {
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
    mind: {
      isLive: never,
      known: () =>
        generation === undefined
          ? nothing
          : {
              _tag: 'Book',
              isLive: generation === following.tap.socket()?.number,
              book: () => new Map(book),
            },
      judge: () => undefined,
    },
  };
};

const pricesOf = ({ BestBid, BestOffer }: Level1): readonly unknown[] => [BestBid, BestOffer];

const followSummary = (following: Following, instrument: number): Followed => {
  const law = trustLaw(following, 'summary');
  let last: Kept<Level1> | undefined;
  return {
    stream: `Level1:${instrument}`,
    isToldAtOnce: true,
    value$: follow$(following.client, SubscribeLevel1, { InstrumentId: instrument }).pipe(
      tap((summary) => {
        law(summary);
        last = summary;
      }),
    ),
    mind: {
      isLive: () => last?.status === 'live',
      known: () =>
        last?.state === undefined
          ? nothing
          : { _tag: 'Summary', isLive: last.status === 'live', prices: pricesOf(last.state) },
      judge: () => undefined,
    },
  };
};

const followSummaryMessages = (following: Following, instrument: number): Followed => {
  const law = beginLaw(following, 'summaryMessages');
  let prices: readonly unknown[] | undefined;
  let generation: number | undefined;
  return {
    stream: `Level1:${instrument}`,
    isToldAtOnce: false,
    value$: subscribe$(following.client, SubscribeLevel1, { InstrumentId: instrument }).pipe(
      tap(({ _tag, payload }) => {
        law(_tag === 'Snapshot');
        generation = following.tap.socket()?.number;
        prices = pricesOf(payload);
      }),
    ),
    mind: {
      isLive: never,
      known: () =>
        prices === undefined
          ? nothing
          : { _tag: 'Summary', isLive: generation === following.tap.socket()?.number, prices },
      judge: () => undefined,
    },
  };
};

const followTrades = ({ name, client, board }: Following, instrument: number): Followed => {
  const runs: number[][] = [[]];
  return {
    stream: `Trades:${instrument}`,
    isToldAtOnce: false,
    value$: trades$(client, { InstrumentId: instrument, history: 3 }).pipe(
      tap((item) => {
        const run = runs.at(-1) ?? [];
        if (item._tag === 'Gap') {
          runs.push([]);
          return;
        }
        const [id, before] = [Number(item.TradeId), run.at(-1) ?? runs.at(-2)?.at(-1) ?? 0];
        if (id <= before) board.breach('trades rise', `${name} trades: ${id} comes after ${before}`);
        run.push(id);
      }),
    ),
    mind: { isLive: never, known: () => ({ _tag: 'Trades', runs }), judge: () => undefined },
  };
};

const followTradeMessages = (following: Following, instrument: number): Followed => {
  const law = beginLaw(following, 'tradeMessages');
  return {
    stream: `Trades:${instrument}`,
    isToldAtOnce: false,
    value$: subscribe$(following.client, SubscribeTrades, { InstrumentId: instrument }).pipe(
      tap(({ _tag }) => law(_tag === 'Snapshot')),
    ),
    mind: { isLive: never, known: () => nothing, judge: () => undefined },
  };
};

const followBars = (following: Following, instrument: number): Followed => {
  const { name, client, board } = following;
  const law = trustLaw(following, 'bars');
  const finals = new Map<number, string>();
  let changedFinals = 0;
  let firstRevised: number | undefined;
  let last: Bars | undefined;
  const wrong = (why: string): void => board.breach('bars', `${name} bars: ${why}`);
  const check = (bars: Bars): void => {
    const begins = bars.bars.map(({ begin }) => begin);
    if (begins.some((begin, index) => index > 0 && begin <= (begins[index - 1] ?? 0)))
      wrong(`out of order: ${begins.join(', ')}`);
    firstRevised ??= bars.revised;
    for (const bar of bars.changed) {
      const { high, low, close, volume, begin, isFinal } = bar;
      const [text, known] = [[high, low, close, volume, isFinal].join(' '), finals.get(begin)];
      if (known !== undefined && known !== text) changedFinals += 1;
      if (isFinal) finals.set(begin, text);
    }
    if (changedFinals > bars.revised - firstRevised) wrong(`a final bar has changed ${changedFinals} times`);
  };
  return {
    stream: `Ticker:${instrument}`,
    isToldAtOnce: true,
    value$: bars$(client, { InstrumentId: instrument, Interval: 60, history: 5 }).pipe(
      tap((bars) => {
        law(bars);
        check(bars);
        last = bars;
      }),
    ),
    mind: {
      isLive: () => last?.status === 'live',
      known: () => ({ _tag: 'Bars', isLive: last?.status === 'live' }),
      judge: () => undefined,
    },
  };
};

const followAccount = (
  following: Following,
  AccountId: number,
  what: 'account' | 'orderStates',
): Followed => {
  const law = beginLaw(following, what);
  const heard = new Set<number>();
  const { client } = following;
  const events$ =
    what === 'account'
      ? subscribe$(client, SubscribeAccountEvents, { AccountId })
      : subscribe$(client, SubscribeOrderStateEvents, { AccountId, InstrumentId: 1 });
  return {
    stream: what === 'account' ? `AccountEvents:${AccountId}` : 'OrderStateEvents:1',
    isToldAtOnce: false,
    value$: (events$ as Observable<{ readonly _tag: string; readonly payload?: unknown }>).pipe(
      tap((event) => {
        law(event._tag === 'Subscribed');
        if (event._tag !== 'OrderStateEvent') return;
        heard.add((event.payload as { readonly ClientOrderId: number }).ClientOrderId);
      }),
    ),
    mind: { isLive: never, known: () => ({ _tag: 'Orders', heard }), judge: () => undefined },
  };
};

const followed = (following: Following, what: Followable, instrument: number): Followed => {
  const { account } = following;
  if (what === 'book') return followBook(following, instrument);
  if (what === 'bookRows') return followBookRows(following, instrument);
  if (what === 'summaryMessages') return followSummaryMessages(following, instrument);
  if (what === 'trades') return followTrades(following, instrument);
  if (what === 'tradeMessages') return followTradeMessages(following, instrument);
  if (what === 'bars') return followBars(following, instrument);
  if (what === 'summary' || account === undefined) return followSummary(following, instrument);
  return followAccount(following, account, what);
};

const isLawful = ({ received, started, dropped, merged, waiting }: Counters): boolean =>
  received === started + dropped + merged + waiting;

/** How long a user waits before an ended stream is begun again, in milliseconds: doubled as long as nothing comes. */
const retryAfter = (failures: number): number => Math.min(10_000, 50 * 2 ** Math.min(failures, 10));

/** Follows, holds what comes to the rules, and begins again what has ended in an error. */
export const follow = (
  following: Following,
  what: Followable,
  instrument: number,
  { slow, emitted }: Manner,
): Consumer => {
  const { name, board, isClosed, isClosing } = following;
  const { stream, value$, mind, isToldAtOnce } = followed(following, what, instrument);
  const counters = createCounters();
  let count = 0;
  let failures = 0;
  let isOver = false;
  /** While it is being told something it is not told of anything else. */
  let isBeingTold = false;
  let isJoining = false;
  const left$ = new Subject<void>();
  const lawOfCounters = (): void => {
    if (!isLawful(counters)) board.breach('counters', `${name} ${what}: ${JSON.stringify(counters)}`);
  };
  const watched$ = value$.pipe(
    tap(() => {
      count += 1;
      failures = 0;
      if (isOver) board.breach('nothing after leaving', `${name} ${what} is told something`);
      if (isClosed() && !isBeingTold && !isJoining)
        board.breach('nothing after close', `${name} ${what} is told something`);
      board.log(`${name} ${what} ${instrument} ${count}`);
      const wasBeingTold = isBeingTold;
      isBeingTold = true;
      emitted(count);
      isBeingTold = wasBeingTold;
    }),
  );
  const worked$: Observable<unknown> =
    slow === undefined
      ? watched$
      : watched$.pipe(conflateMap((value) => timer(slow).pipe(map(() => value)), { counters }));
  const begin = (): void => {
    if (isOver || isClosing()) return;
    const countBefore = count;
    isJoining = true;
    following.joins.under += 1;
    const subscription = worked$.pipe(takeUntil(left$)).subscribe({
      next: lawOfCounters,
      error: (error: unknown) => {
        if (!isClientError(error)) board.breach('errors', `${name} ${what} fails with ${String(error)}`);
        else board.log(`${name} ${what} ${error._tag}`);
        failures += 1;
        timer(retryAfter(failures)).pipe(takeUntil(left$)).subscribe(begin);
      },
      complete: () => {
        if (!isClosing() && !isOver) board.breach('errors', `${name} ${what} completes`);
      },
    });
    isJoining = false;
    following.joins.under -= 1;
    if (isToldAtOnce && count === countBefore && !subscription.closed)
      board.breach('told at once', `${name} ${what} is told nothing when it subscribes`);
  };
  begin();
  return {
    ...{ what, instrument, stream },
    known: mind.known,
    isLive: () => !isOver && !isBeingTold && !isJoining && mind.isLive(),
    isOver: () => isOver,
    leave: () => {
      isOver = true;
      left$.next();
      lawOfCounters();
      board.log(`${name} leaves ${what} ${instrument}`);
    },
    judge: mind.judge,
  };
};
