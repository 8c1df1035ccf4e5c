import * as E from 'fp-ts/lib/Either.js';
import {
  catchError,
  defer,
  distinctUntilChanged,
  EMPTY,
  endWith,
  identity,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type MonoTypeOperatorFunction,
  type Observable,
  of,
  switchMap,
  takeWhile,
  tap,
  throwError,
} from 'rxjs';
import { wallNow } from '../../clock.ts';
import type { Connection } from '../../connection/connection.ts';
import { type ClientError, isClientError } from '../../errors.ts';
import { notices$ } from '../../streams/notices.ts';
import type { InstrumentParams } from '../../topics/instrumentId.ts';
import { SubscribeLevel2 } from '../../topics/SubscribeLevel2.ts';
import { instrumentId$ } from '../instrument.ts';
import { bookState$ } from './bookEngine.ts';
import { type BookRules, type OrderBookOptions, rulesOf } from './bookOptions.ts';
import { type BookState, type BookTrust, unknownBook } from './bookState.ts';

/** What `orderBook$` takes. */
export type OrderBookParams = InstrumentParams & {
  /** How many levels a side are shown. All depths share one book of 500 levels a side at least. @default all */
  readonly depth?: number | undefined;
};

/** How a book is shown to one consumer. */
export interface Shown<B> {
  /** What is told of a state; the instrument is not known before its symbol has been looked up. */
  readonly tell: (state: BookState, InstrumentId?: number) => B;
  /** Whether one state after another brings nothing new. */
  readonly saysNothing: (one: BookState, other: BookState) => boolean;
}

/** Whether two states can be trusted for the same. */
export const isSameTrust = ({ trust: one }: BookState, { trust: other }: BookState): boolean =>
  one.status === other.status && one.epoch === other.epoch && one.cause === other.cause;

/** The watch may be stricter than this consumer wants. */
const seenBy = ({ locked }: BookRules): MonoTypeOperatorFunction<BookState> =>
  locked === 'fine' ? map((state) => ({ ...state, trust: { ...state.trust, ...state.fine } })) : identity;

const failedBook = (cause: ClientError): BookState => {
  const unknown = unknownBook();
  const trust: BookTrust = { ...unknown.trust, status: 'failed', since: wallNow(), cause };
  return { ...unknown, trust };
};

/** A connection that was given up answers no look-up. */
const givenUp$ = ({ state$ }: Connection): Observable<never> =>
  state$.pipe(
    mergeMap((state) =>
      state._tag === 'Closed' && state.cause !== undefined ? throwError(() => state.cause) : EMPTY,
    ),
  );

/** The id as soon as it is known, `undefined` before where it is not at once. */
const found$ = (connection: Connection, params: OrderBookParams): Observable<number | undefined> =>
  defer(() => {
    let isFound = false;
    // To leave a look-up that is shared in the midst of its answer would have the next consumer ask again.
    const id$ = merge(
      instrumentId$(connection, params, SubscribeLevel2.name).pipe(endWith(undefined)),
      givenUp$(connection),
    ).pipe(takeWhile((id) => id !== undefined));
    return merge(
      id$.pipe(tap(() => (isFound = true))),
      defer(() => (isFound ? EMPTY : of(undefined))),
    );
  });

const usualDepth = 500;

/** A consumer who wants more than is there makes the stream ask for it. */
const widened$ = (
  connection: Connection,
  { OMSId, depth }: OrderBookParams,
  InstrumentId: number,
): Observable<never> =>
  depth === undefined || depth <= usualDepth
    ? EMPTY
    : notices$(connection, SubscribeLevel2, { OMSId, InstrumentId, Depth: depth }, { isFollower: true }).pipe(
        ignoreElements(),
      );

/**
 * A book as one consumer is shown it, at once and for as long as it can be had. Cold; the book behind it is shared. It
 * completes when the connection is closed, and after `failed`, which parameters that cannot be sent are as well.
 */
export const shownBook$ = <B>(
  connection: Connection,
  params: OrderBookParams,
  options: OrderBookOptions,
  { tell, saysNothing }: Shown<B>,
): Observable<B> =>
  defer(() => {
    const { depth, ...instrument } = params;
    const checked = SubscribeLevel2.settle(
      depth === undefined ? instrument : { ...instrument, Depth: depth },
    );
    if (E.isLeft(checked)) return of(tell(failedBook(checked.left), params.InstrumentId));
    const rules = rulesOf(options);
    const ofId$ = (InstrumentId: number): Observable<B> =>
      merge(
        bookState$(connection, { OMSId: params.OMSId, InstrumentId }, rules),
        widened$(connection, params, InstrumentId),
      ).pipe(
        seenBy(rules),
        distinctUntilChanged(saysNothing),
        map((state) => tell(state, InstrumentId)),
      );
    if (params.InstrumentId !== undefined) return ofId$(params.InstrumentId);
    return found$(connection, params).pipe(
      switchMap((id) => (id === undefined ? of(tell(unknownBook())) : ofId$(id))),
      catchError((error: unknown) =>
        isClientError(error) ? of(tell(failedBook(error))) : throwError(() => error),
      ),
    );
  });
