import * as E from 'fp-ts/lib/Either.js';
import {
  catchError,
  defer,
  distinctUntilChanged,
  EMPTY,
  identity,
  ignoreElements,
  map,
  merge,
  type MonoTypeOperatorFunction,
  type Observable,
  of,
  switchMap,
  takeUntil,
  tap,
  throwError,
  timer,
} from 'rxjs';
import { wallNow } from '../../clock.ts';
import type { Connection } from '../../connection/connection.ts';
import { type ClientError, isClientError } from '../../errors.ts';
import { wrongOptions } from '../../misfits.ts';
import { notices$ } from '../../streams/notices.ts';
import type { InstrumentParams } from '../../topics/instrumentId.ts';
import { SubscribeLevel2 } from '../../topics/SubscribeLevel2.ts';
import { instrumentIds$ } from '../instrument.ts';
import type { Books } from './bookEngine.ts';
import { bookShapes, type OrderBookOptions, rulesOf } from './bookOptions.ts';
import { type BookState, unknownBook } from './bookState.ts';

/** Parameters of `orderBook$` and `touch$`. */
export type OrderBookParams = InstrumentParams & {
  /** The number of levels a side in the view. All depths share one book of at least 500 levels a side. @default all */
  readonly depth?: number | undefined;
};

/** How a book is shown to one consumer: `S` is its state, `V` what is shown. */
export interface Shown<S, V> {
  /** What is told of a state; the instrument is not known before its symbol has been looked up. */
  readonly tell: (state: S, InstrumentId?: number) => V;
  /** Whether one state after another brings nothing new. */
  readonly saysNothing: (one: S, other: S) => boolean;
}

const failedBook = <L>(cause: ClientError): BookState<L> => {
  const unknown = unknownBook<L>();
  const standing = { status: 'failed', since: wallNow() } as const;
  return { ...unknown, kept: { ...unknown.kept, ...standing, cause }, strict: standing, fine: standing };
};

/** The id as soon as it is known, and another where the symbol has moved; `undefined` before where it is not at once. */
const found$ = (connection: Connection, params: OrderBookParams): Observable<number | undefined> =>
  defer(() => {
    let isFound = false;
    return merge(
      instrumentIds$(connection, params, SubscribeLevel2.name).pipe(tap(() => (isFound = true))),
      defer(() => (isFound ? EMPTY : of(undefined))),
    );
  });

const usualDepth = 500;

/** A consumer who wants more than is there makes the stream ask for it. */
const widening = <S>(
  connection: Connection,
  topic: typeof SubscribeLevel2,
  { OMSId, depth }: OrderBookParams,
  InstrumentId: number,
): MonoTypeOperatorFunction<S> => {
  if (depth === undefined || depth <= usualDepth) return identity;
  const params = { OMSId, InstrumentId, Depth: depth };
  const notice$ = notices$(connection, topic, params, { isFollower: true, readsAtOnce: true });
  // What a stream has been asked for once, it is asked for as long as it is followed.
  return (state$) => merge(state$, notice$.pipe(ignoreElements(), takeUntil(timer(0))));
};

/** What one consumer asks for. */
export interface Asked {
  readonly connection: Connection;
  readonly params: OrderBookParams;
  readonly options: OrderBookOptions;
}

/**
 * A book as one consumer is shown it, at once and for as long as it can be had. Cold; the book behind it is shared. It
 * completes when the connection is closed, and after `failed`, which parameters that cannot be sent are as well, and
 * values that cannot be made.
 */
export const shownBook$ = <L, V>(
  { reading, state$ }: Books<L>,
  { connection, params, options }: Asked,
  { tell, saysNothing }: Shown<BookState<L>, V>,
): Observable<V> => {
  const { topic } = reading;
  const rules = rulesOf(options);
  const ofId$ = (InstrumentId: number): Observable<V> =>
    state$(connection, { OMSId: params.OMSId, InstrumentId }, rules).pipe(
      widening(connection, topic, params, InstrumentId),
      distinctUntilChanged(saysNothing),
      map((state) => tell(state, InstrumentId)),
    );
  const shown$ = (): Observable<V> => {
    const { depth, ...instrument } = params;
    const checked = topic.settle(depth === undefined ? instrument : { ...instrument, Depth: depth });
    if (E.isLeft(checked)) return throwError(() => checked.left);
    const wrong = wrongOptions(topic.name, options, bookShapes);
    if (wrong !== undefined) return throwError(() => wrong);
    if (params.InstrumentId !== undefined) return ofId$(params.InstrumentId);
    return found$(connection, params).pipe(
      switchMap((id) => (id === undefined ? of(tell(unknownBook())) : ofId$(id))),
    );
  };
  return defer(shown$).pipe(
    catchError((error: unknown) =>
      isClientError(error) ? of(tell(failedBook(error), params.InstrumentId)) : throwError(() => error),
    ),
  );
};
