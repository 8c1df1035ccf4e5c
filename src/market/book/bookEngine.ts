import {
  auditTime,
  BehaviorSubject,
  catchError,
  connect,
  defer,
  distinctUntilChanged,
  EMPTY,
  endWith,
  filter,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  skip,
  Subscription,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
  type Unsubscribable,
  using,
} from 'rxjs';
import { monotonicNow, wallNow } from '../../clock.ts';
import type { Connection } from '../../connection/connection.ts';
import { inner } from '../../connection/inner.ts';
import { GetL2Snapshot } from '../../endpoints/market-data/GetL2Snapshot.ts';
import { isClientError } from '../../errors.ts';
import { request$ } from '../../requests/request.ts';
import type { Line } from '../../streams/line.ts';
import { notices$ } from '../../streams/notices.ts';
import { registryOf } from '../../streams/registry.ts';
import { SubscribeLevel2 } from '../../topics/SubscribeLevel2.ts';
import { machine$, type Step } from '../machine.ts';
import { sharedBy, sharedState$ } from '../shared.ts';
import { type BookAsk, dueAt } from './advance.ts';
import { type BookRules, isSameRules, strictest } from './bookOptions.ts';
import { type BookState, unknownBook } from './bookState.ts';
import { type BookInput, reduceBook } from './reduceBook.ts';
import { bookRoomOf } from './room.ts';

/** An instrument, its id known. */
export interface BookParams {
  readonly OMSId?: number | undefined;
  readonly InstrumentId: number;
}

/** What an engine works on: the line is the stream that it has joined. */
interface Work {
  readonly connection: Connection;
  readonly params: BookParams;
  readonly line: () => Line | undefined;
}

type Steps = Observable<Step<BookState, BookAsk>>;

const depthOf = ({ line }: Work): number => line()?.stream.amount ?? 1;

/** Answers once; a failure is told on `error$`. */
const audit$ = (work: Work): Observable<BookInput> => {
  const { connection, params } = work;
  const answer$ = (): Observable<BookInput> =>
    request$(connection, GetL2Snapshot, { ...params, Depth: depthOf(work) }).pipe(
      map((rows): BookInput => ({ _tag: 'Answer', rows })),
      catchError((error: unknown) => {
        if (isClientError(error)) connection[inner].report(error);
        return of<BookInput>({ _tag: 'Answer', rows: undefined });
      }),
    );
  return bookRoomOf(connection).audit$.pipe(switchMap(answer$), take(1));
};

/** Not while a frame is being told: the others have to hear of that first. */
const repair$ = ({ connection, line }: Work): Observable<never> =>
  bookRoomOf(connection).repair$.pipe(
    switchMap(() => timer(0)),
    tap(() => {
      const joined = line();
      if (joined !== undefined) registryOf(connection).renew(joined);
    }),
    ignoreElements(),
  );

const isOver = (state: BookState, { _tag }: BookAsk): boolean =>
  _tag === 'Audit' ? state.audit._tag !== 'Asked' : state.repair._tag !== 'UnderWay';

const perform = (work: Work, step$: Steps): Observable<BookInput> =>
  step$.pipe(
    filter(([, asks]) => asks.length > 0),
    mergeMap(([, asks]) => asks),
    mergeMap((ask) =>
      (ask._tag === 'Audit' ? audit$(work) : repair$(work)).pipe(
        takeUntil(step$.pipe(filter(([state]) => isOver(state, ask)))),
      ),
    ),
  );

/** The longest that a timer can be set for, in milliseconds. */
const longest = 2 ** 31 - 1;

/** Says when a time has come. */
const ticks = (step$: Steps): Observable<BookInput> =>
  step$.pipe(
    map(([state]) => dueAt(state)),
    distinctUntilChanged(),
    switchMap((due) => {
      const delay = Math.max(0, due - monotonicNow());
      return delay > longest ? EMPTY : timer(delay).pipe(map((): BookInput => ({ _tag: 'Tick', due })));
    }),
  );

/** A turn later: who joins may do so from inside an emission, and that is to be over first. */
const laterRules = (wanted$: Observable<readonly BookRules[]>): Observable<BookInput> =>
  wanted$.pipe(
    map(strictest),
    distinctUntilChanged(isSameRules),
    skip(1),
    auditTime(0),
    map((rules) => ({ _tag: 'Rules', rules })),
  );

const createState$ = (
  connection: Connection,
  params: BookParams,
  wanted: BehaviorSubject<readonly BookRules[]>,
): Observable<BookState> => {
  let line: Line | undefined;
  const work: Work = { connection, params, line: () => line };
  const joined = (other: Line): void => {
    line = other;
  };
  const reduce = reduceBook(() => depthOf(work));
  const notice$ = notices$(connection, SubscribeLevel2, params, { isFollower: true, joined }).pipe(
    map((notice): BookInput => ({ _tag: 'Notice', notice })),
  );
  return machine$<BookState, BookInput, BookAsk>({
    initial: () => unknownBook(strictest(wanted.value)),
    reduce: (state, input) => reduce(state, input, { at: wallNow(), now: monotonicNow() }),
    input$: notice$.pipe(
      connect((told$) =>
        merge(laterRules(wanted).pipe(takeUntil(told$.pipe(ignoreElements(), endWith(undefined)))), told$),
      ),
    ),
    // What is asked may be answered at once, and that is to come second for the clock as well.
    react: (step$) => merge(ticks(step$), perform(work, step$)),
  });
};

/** A book over one connection, and one watch over it for all consumers. */
interface BookEngine {
  /** The present state at once, then every change. */
  readonly state$: Observable<BookState>;
  /** Has the watch be no laxer than this, until it is unsubscribed from. */
  readonly watchBy: (rules: BookRules) => Unsubscribable;
}

const createEngine = (connection: Connection, params: BookParams, forget: () => void): BookEngine => {
  const wanted = new BehaviorSubject<readonly BookRules[]>([]);
  return {
    state$: sharedState$(createState$(connection, params, wanted), forget),
    watchBy: (rules) => {
      // What is wanted twice is there twice, and goes once at a time.
      const own = { ...rules };
      wanted.next([...wanted.value, own]);
      return new Subscription(() => wanted.next(wanted.value.filter((other) => other !== own)));
    },
  };
};

const engines = sharedBy<BookEngine>();

/**
 * The book of an instrument over a connection: the present state at once, then every change. Cold; one subscription at
 * the exchange, one book, and one watch over it for all, by the strictest rules of those who follow it at present. It is
 * given up in the turn after the last has left. It completes when the connection is closed, and after `failed`; it never
 * errors.
 */
export const bookState$ = (
  connection: Connection,
  params: BookParams,
  rules: BookRules,
): Observable<BookState> =>
  defer(() => {
    const { OMSId = 1, InstrumentId } = params;
    const engine = engines.of(connection, `${OMSId}/${InstrumentId}`, (forget) =>
      createEngine(connection, params, forget),
    );
    return using(
      () => engine.watchBy(rules),
      () => engine.state$,
    );
  });
