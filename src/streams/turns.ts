import { Observable, type Subscriber, type Subscription, timer } from 'rxjs';
import { faster, fullPace, slower } from './pace.ts';

/** What waits for its turn. */
export interface Candidate {
  /** The key of the stream. */
  readonly key: string;
  readonly importance: 'account' | 'market';
}

/** A turn: whoever has it begins a stream, and tells when that is answered. */
export interface Turn {
  /** The exchange has answered, so that the next may begin. */
  readonly answered: () => void;
}

/** The order in which the streams of a connection are begun, and how many at a time. */
export interface Turns {
  /** Emits the turn once, when it has come. Unsubscribing gives it back, or leaves the queue. */
  readonly turn$: (candidate: Candidate) => Observable<Turn>;
  /** Lets several line up before the first of them is begun, so that the important ones are. */
  readonly lineUp: (join: () => void) => void;
  /** The socket is over: what was under way is suspected of having ended it. */
  readonly lost: () => void;
  /** How many sockets in a row have ended while this stream was being begun. */
  readonly lossesOf: (key: string) => number;
}

interface Waiting {
  readonly key: string;
  readonly subscriber: Subscriber<Turn>;
}

/** Those who wait, in three rows: each is served in the order of coming, and the last one by one. */
const createRows = () => {
  const rows = { account: new Set<Waiting>(), market: new Set<Waiting>(), suspect: new Set<Waiting>() };
  const firstOf = (row: Set<Waiting>): Waiting | undefined => {
    for (const first of row) {
      row.delete(first);
      return first;
    }
    return undefined;
  };
  return {
    add: (waiting: Waiting, row: keyof typeof rows): (() => void) => {
      rows[row].add(waiting);
      return () => rows[row].delete(waiting);
    },
    isEmpty: () => Object.values(rows).every(({ size }) => size === 0),
    /** Who comes next, no longer in its row: a suspect only while nothing else is under way. */
    next: (isNoneUnderWay: boolean): Waiting | undefined =>
      firstOf(rows.account) ?? firstOf(rows.market) ?? (isNoneUnderWay ? firstOf(rows.suspect) : undefined),
  };
};

/** Who is being begun, and who is suspected of having ended sockets so. */
const createUnderWay = () => {
  const losses = new Map<string, number>();
  let underWay = new Set<Waiting>();
  return {
    count: () => underWay.size,
    /** Whether one under suspicion is under way: it is so alone. */
    hasSuspect: () => [...underWay].some(({ key }) => losses.has(key)),
    add: (waiting: Waiting) => underWay.add(waiting),
    remove: (waiting: Waiting) => underWay.delete(waiting),
    clear: ({ key }: Waiting) => losses.delete(key),
    /** The socket is over. */
    suspect: (): void => {
      for (const { key } of underWay) losses.set(key, (losses.get(key) ?? 0) + 1);
      underWay = new Set();
    },
    lossesOf: (key: string) => losses.get(key) ?? 0,
  };
};

/** The pause after each begin. */
const createRest = () => {
  let resting: Subscription | undefined;
  return {
    isOn: () => resting !== undefined,
    begin: (pause: number, then: () => void): void => {
      if (pause === 0) return;
      resting = timer(pause).subscribe(() => {
        resting = undefined;
        then();
      });
    },
    end: (): void => {
      resting?.unsubscribe();
      resting = undefined;
    },
  };
};

/**
 * Makes the {@link Turns} of one connection: accounts before markets, each in the order of coming, and last, alone and
 * one after another, those under suspicion. An answer clears one of it.
 *
 * @param most How many may be under way at once.
 */
export const createTurns = (most: number): Turns => {
  const rows = createRows();
  const underWay = createUnderWay();
  const rest = createRest();
  let pace = fullPace(most);
  let isLiningUp = false;

  const next = (): Waiting | undefined => {
    const isFull = underWay.count() >= pace.bound || underWay.hasSuspect();
    return isLiningUp || rest.isOn() || isFull ? undefined : rows.next(underWay.count() === 0);
  };

  const give = (waiting: Waiting): void => {
    underWay.add(waiting);
    rest.begin(pace.pause, go);
    const answered = (): void => {
      underWay.clear(waiting);
      takeBack(waiting);
    };
    waiting.subscriber.next({ answered });
  };

  const go = (): void => {
    for (let waiting = next(); waiting !== undefined; waiting = next()) give(waiting);
  };

  const takeBack = (waiting: Waiting): void => {
    if (!underWay.remove(waiting)) return;
    if (underWay.count() === 0 && rows.isEmpty()) pace = faster(pace, most);
    go();
  };

  return {
    turn$: ({ key, importance }) =>
      new Observable((subscriber) => {
        const waiting: Waiting = { key, subscriber };
        subscriber.add(rows.add(waiting, underWay.lossesOf(key) > 0 ? 'suspect' : importance));
        subscriber.add(() => takeBack(waiting));
        go();
      }),
    lineUp: (join) => {
      isLiningUp = true;
      join();
      isLiningUp = false;
      go();
    },
    lost: () => {
      if (underWay.count() > 0 || !rows.isEmpty()) pace = slower(pace);
      underWay.suspect();
      rest.end();
    },
    lossesOf: underWay.lossesOf,
  };
};
