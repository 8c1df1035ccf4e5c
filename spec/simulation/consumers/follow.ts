import { map, Observable, type OperatorFunction, Subject, takeUntil, tap, timer } from 'rxjs';
import {
  conflateMap,
  conflateMapBy,
  conflateWith,
  type Counters,
  createCounters,
  isClientError,
  queueMap,
} from '../../../src/index.ts';
import type { Followable, Step } from '../scenario.ts';
import {
  followAccountMessages,
  followBalances,
  followFills,
  followLifeOf,
  followOpenOrders,
  followOrders,
} from './accounts.ts';
import { followBook, followBookRows, followExactBook, followOrderBook, followTouch } from './books.ts';
import type { Consumer, Followed, Following } from './consumer.ts';
import { followSummary, followSummaryMessages } from './summaries.ts';
import { followBars, followTradeMessages, followTrades } from './tapes.ts';

type Slow = NonNullable<Extract<Step, { readonly does: 'join' }>['slow']>;

/** How a consumer behaves. */
export interface Manners {
  readonly slow?: Slow;
  /** Whether it joins while another is being told something. */
  readonly isNested: boolean;
  /** Called with the number of each emission, the first being 1. */
  readonly emitted: (count: number) => void;
}

const ofMarket = {
  book: followBook,
  bookRows: followBookRows,
  orderBook: followOrderBook,
  touch: followTouch,
  exactBook: followExactBook,
  summary: followSummary,
  summaryMessages: followSummaryMessages,
  trades: followTrades,
  tradeMessages: followTradeMessages,
  bars: followBars,
} as const;

const ofAccount = {
  orders: followOrders,
  openOrders: followOpenOrders,
  fills: followFills,
  balances: followBalances,
  lifeOf: followLifeOf,
} as const;

const isOfMarket = (what: Followable): what is keyof typeof ofMarket => what in ofMarket;

const followed = (following: Following, what: Followable, instrument: number): Followed => {
  const { account } = following;
  if (isOfMarket(what)) return ofMarket[what](following, instrument);
  if (account === undefined) return followSummary(following, instrument);
  if (what === 'account' || what === 'orderStates' || what === 'exactAccount')
    return followAccountMessages(following, account, what);
  return ofAccount[what](following, account, instrument === 2);
};

/** Works on each value for a while, in one of the ways of a slow consumer, and one at a time. */
const slowly = (
  { manner, takes }: Slow,
  counters: Counters,
  overlap: () => void,
): OperatorFunction<unknown, unknown> => {
  let working = 0;
  const work = (value: unknown): Observable<unknown> =>
    new Observable((subscriber) => {
      working += 1;
      if (working > 1) overlap();
      subscriber.add(() => (working -= 1));
      subscriber.add(
        timer(takes)
          .pipe(map(() => value))
          .subscribe(subscriber),
      );
    });
  const options = { counters };
  if (manner === 'conflateMap') return conflateMap(work, options);
  if (manner === 'conflateMapBy') return conflateMapBy(() => 'one', work, options);
  if (manner === 'conflateWith') return conflateWith((_older, newer) => newer, work, options);
  return queueMap(work, { ...options, limit: 3, overflow: 'dropOldest' });
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
  { slow, isNested, emitted }: Manners,
): Consumer => {
  const { name, board, isClosed, isClosing } = following;
  const { stream, value$, isToldAtOnce, mayComplete, ...mind } = followed(following, what, instrument);
  const counters = createCounters();
  let count = 0;
  let failures = 0;
  let isOver = false;
  /** While it is being told something it is not told of anything else. */
  let isBeingTold = false;
  let isJoining = false;
  /** From an error on until it begins again. */
  let isPausing = false;
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
    // What is worked on may be so for a while yet.
    tap({ complete: () => (isOver ||= mayComplete === true) }),
  );
  const worked$: Observable<unknown> =
    slow === undefined
      ? watched$
      : watched$.pipe(
          slowly(slow, counters, () =>
            board.breach('one at a time', `${name} ${what} works on two values at once`),
          ),
        );
  const begin = (): void => {
    if (isOver || isClosing()) return;
    const countBefore = count;
    isPausing = false;
    isJoining = true;
    following.joins.under += 1;
    const subscription = worked$.pipe(takeUntil(left$)).subscribe({
      next: lawOfCounters,
      error: (error: unknown) => {
        if (!isClientError(error)) board.breach('errors', `${name} ${what} fails with ${String(error)}`);
        else board.log(`${name} ${what} ${error._tag}`);
        failures += 1;
        isPausing = true;
        timer(retryAfter(failures)).pipe(takeUntil(left$)).subscribe(begin);
      },
      complete: () => {
        if (!isClosing() && !isOver) board.breach('errors', `${name} ${what} completes`);
      },
    });
    isJoining = false;
    following.joins.under -= 1;
    // What happens to an account happens one after another.
    const mayWait = isNested && !isOfMarket(what);
    if (isToldAtOnce && !mayWait && count === countBefore && !subscription.closed)
      board.breach('told at once', `${name} ${what} is told nothing when it subscribes`);
  };
  begin();
  return {
    ...{ what, instrument, stream },
    known: mind.known,
    isLive: () => !isOver && !isBeingTold && !isJoining && mind.isLive(),
    isOver: () => isOver,
    isPausing: () => isPausing,
    leave: () => {
      isOver = true;
      left$.next();
      lawOfCounters();
      board.log(`${name} leaves ${what} ${instrument}`);
    },
    judge: mind.judge,
  };
};
