import {
  auditTime,
  BehaviorSubject,
  defer,
  distinctUntilChanged,
  map,
  merge,
  type Observable,
  skip,
  Subscription,
  type Unsubscribable,
  using,
} from 'rxjs';
import { monotonicNow, wallNow } from '../../clock.ts';
import { Level2Column, type Level2Row } from '../../codec/records/Level2Row.ts';
import type { Connection } from '../../connection/connection.ts';
import type { Line } from '../../streams/line.ts';
import { notices$ } from '../../streams/notices.ts';
import { type ExchangeClock, exchangeClockOf } from '../exchangeClock.ts';
import { machine$ } from '../machine.ts';
import { sharedBy, sharedState$ } from '../shared.ts';
import type { BookAsk } from './advance.ts';
import { type BookParams, depthOf, isQuiet, reactions, type Work } from './bookAsks.ts';
import { type BookRules, isSameRules, strictest } from './bookOptions.ts';
import type { BookReading } from './bookReading.ts';
import { type BookState, type Instant, unknownBook } from './bookState.ts';
import { type BookInput, reduceBook } from './reduceBook.ts';

/** Read where it is asked for: most frames change nothing that has a time. */
const clock: Instant = {
  get at() {
    return wallNow();
  },
  get now() {
    return monotonicNow();
  },
};

/** A turn later: who joins may do so from inside an emission, and that is to be over first. */
const laterRules = (wanted$: Observable<readonly BookRules[]>): Observable<BookInput> =>
  wanted$.pipe(
    map(strictest),
    distinctUntilChanged(isSameRules),
    skip(1),
    auditTime(0),
    map((rules): BookInput => ({ _tag: 'Rules', rules })),
  );

/** How far the time of a frame has to be from the last one shown, in milliseconds: to show it reads a clock. */
const step = 1_000;

/** What changes changes now: the clock by which the bars of idle instruments end goes by busy books too. */
const timeShower = ({ see }: ExchangeClock): ((input: BookInput) => void) => {
  let shown = -Infinity;
  return (input) => {
    if (input._tag !== 'Changed') return;
    // What comes out of this topic is rows.
    const time = (input.event as readonly Level2Row[]).at(-1)?.[Level2Column.ActionDateTime];
    if (time === undefined || Math.abs(time - shown) < step) return;
    shown = time;
    see(time);
  };
};

/** Where an engine is made, and what all who follow it want of the watch. */
interface Making<L> {
  readonly reading: BookReading<L>;
  readonly connection: Connection;
  readonly params: BookParams;
  readonly wanted: BehaviorSubject<readonly BookRules[]>;
}

const createState$ = <L>({ wanted, ...made }: Making<L>): Observable<BookState<L>> => {
  const { reading, connection, params } = made;
  let line: Line | undefined;
  const work: Work<L> = { ...made, line: () => line };
  const joined = (other: Line): void => {
    line = other;
  };
  const depth = (): number => depthOf(work);
  const reduce = reduceBook(reading, depth);
  const showTime = timeShower(exchangeClockOf(connection));
  const notice$ = notices$(connection, reading.topic, params, {
    isFollower: true,
    readsAtOnce: true,
    joined,
  });
  return machine$<BookState<L>, BookInput, BookAsk>({
    initial: () => unknownBook(strictest(wanted.value)),
    reduce: (state, input) => {
      showTime(input);
      return reduce(state, input, clock);
    },
    input$: notice$,
    isQuiet,
    react: (step$) => merge(laterRules(wanted), reactions(work, step$)),
  });
};

/** A book over one connection, and one watch over it for all consumers. */
interface BookEngine<L> {
  /** The present state at once, then every change. */
  readonly state$: Observable<BookState<L>>;
  /** Has the watch be no laxer than this, until it is unsubscribed from. */
  readonly watchBy: (rules: BookRules) => Unsubscribable;
}

const createEngine = <L>(made: Omit<Making<L>, 'wanted'>, forget: () => void): BookEngine<L> => {
  const wanted = new BehaviorSubject<readonly BookRules[]>([]);
  return {
    state$: sharedState$(createState$({ ...made, wanted }), forget),
    watchBy: (rules) => {
      // What is wanted twice is there twice, and goes once at a time.
      const own = { ...rules };
      wanted.next([...wanted.value, own]);
      return new Subscription(() => wanted.next(wanted.value.filter((other) => other !== own)));
    },
  };
};

/** All books that are read in one way. */
export interface Books<L> {
  readonly reading: BookReading<L>;
  /**
   * The book of an instrument over a connection: the present state at once, then every change. Cold; one subscription
   * at the exchange, one book, and one watch over it for all, by the strictest rules of those who follow it at present.
   * It is given up in the turn after the last has left. It completes when the connection is closed, and after `failed`;
   * it never errors.
   */
  readonly state$: (connection: Connection, params: BookParams, rules: BookRules) => Observable<BookState<L>>;
}

/** Makes the {@link Books} of a reading. */
export const createBooks = <L>(reading: BookReading<L>): Books<L> => {
  const engines = sharedBy<BookEngine<L>>();
  const engineOf = (connection: Connection, params: BookParams): BookEngine<L> => {
    const { OMSId = 1, InstrumentId } = params;
    return engines.of(connection, `${OMSId}/${InstrumentId}`, (forget) =>
      createEngine({ reading, connection, params }, forget),
    );
  };
  return {
    reading,
    state$: (connection, params, rules) =>
      defer(() => {
        const engine = engineOf(connection, params);
        return using(
          () => engine.watchBy(rules),
          () => engine.state$,
        );
      }),
  };
};
