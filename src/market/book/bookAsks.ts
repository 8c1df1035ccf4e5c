import {
  catchError,
  distinctUntilChanged,
  EMPTY,
  filter,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { monotonicNow } from '../../clock.ts';
import type { Connection } from '../../connection/connection.ts';
import { inner } from '../../connection/inner.ts';
import { GetL2Snapshot } from '../../endpoints/market-data/GetL2Snapshot.ts';
import { isClientError } from '../../errors.ts';
import { request$ } from '../../requests/request.ts';
import { renew } from '../../streams/group.ts';
import type { Line } from '../../streams/line.ts';
import { registryOf } from '../../streams/registry.ts';
import type { Step } from '../machine.ts';
import { type BookAsk, dueAt } from './advance.ts';
import type { BookReading } from './bookReading.ts';
import type { BookState } from './bookState.ts';
import type { BookInput } from './reduceBook.ts';
import { bookRoomOf } from './room.ts';

/** An instrument, its id known. */
export interface BookParams {
  readonly OMSId?: number | undefined;
  readonly InstrumentId: number;
}

/** What an engine works on: the line is the stream that it has joined. */
export interface Work<L> {
  readonly reading: BookReading<L>;
  readonly connection: Connection;
  readonly params: BookParams;
  readonly line: () => Line | undefined;
}

type Steps<L> = Observable<Step<BookState<L>, BookAsk>>;

/** How many levels a side the exchange is asked for. */
export const depthOf = ({ line }: Pick<Work<unknown>, 'line'>): number => line()?.stream.amount ?? 1;

/** The comparison reads what the stream reads. */
const readBy = <L>({ topic: { reading } }: BookReading<L>): typeof GetL2Snapshot => {
  const { read, codec } = reading.format({ read: GetL2Snapshot.read, codec: GetL2Snapshot.reply });
  return { ...GetL2Snapshot, read, reply: codec };
};

/** Answers once; a failure is told on `error$`. */
const audit$ = <L>(work: Work<L>): Observable<BookInput> => {
  const { reading, connection, params } = work;
  const snapshot = readBy(reading);
  const answer$ = (): Observable<BookInput> =>
    request$(connection, snapshot, { ...params, Depth: depthOf(work) }).pipe(
      map((rows): BookInput => ({ _tag: 'Answer', rows })),
      catchError((error: unknown) => {
        if (isClientError(error)) connection[inner].report(error);
        return of<BookInput>({ _tag: 'Answer', rows: undefined });
      }),
    );
  return bookRoomOf(connection).audit$.pipe(switchMap(answer$), take(1));
};

/** Not while a frame is being told: the others have to hear of that first. */
const repair$ = <L>({ connection, line }: Work<L>): Observable<never> =>
  bookRoomOf(connection).repair$.pipe(
    switchMap(() => timer(0)),
    tap(() => {
      const joined = line();
      if (joined !== undefined) renew(registryOf(connection).shared, joined);
    }),
    ignoreElements(),
  );

const isOver = <L>(state: BookState<L>, { _tag }: BookAsk): boolean =>
  _tag === 'Audit' ? state.audit._tag !== 'Asked' : state.repair._tag !== 'UnderWay';

const perform = <L>(work: Work<L>, step$: Steps<L>): Observable<BookInput> =>
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
const ticks = <L>(step$: Steps<L>): Observable<BookInput> =>
  step$.pipe(
    map(([state]) => dueAt(state)),
    distinctUntilChanged(),
    switchMap((due) => {
      const delay = Math.max(0, due - monotonicNow());
      return delay > longest ? EMPTY : timer(delay).pipe(map((): BookInput => ({ _tag: 'Tick', due })));
    }),
  );

/** Whether a state changes nothing that a time or an answer hangs on, as most frames do. */
export const isQuiet = <L>(before: BookState<L>, state: BookState<L>): boolean =>
  before.audit === state.audit &&
  before.repair === state.repair &&
  before.crossing === state.crossing &&
  before.rules === state.rules;

/** What the states of a book bring about: that a time comes, and the answers to what is asked for it. */
export const reactions = <L>(work: Work<L>, step$: Steps<L>): Observable<BookInput> =>
  // What is asked may be answered at once, and that is to come second for the clock as well.
  merge(ticks(step$), perform(work, step$));
