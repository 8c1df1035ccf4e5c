import { Observable, of, type Subscriber, Subscription, timer } from 'rxjs';
import { faster, fullSpeed, slower } from './restoreSpeed.ts';

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
  /** Emits the turn once, when it has come; completes with the answer. Unsubscribing gives it back, or leaves the queue. */
  readonly turn$: (candidate: Candidate) => Observable<Turn>;
  /** Lets several line up before the first of them is begun, so that the important ones are. */
  readonly lineUp: (join: () => void) => void;
  /**
   * The socket is over: what was under way is suspected of having ended it. Nobody has a turn while all others are taken
   * out of the queue, which `leave` does.
   */
  readonly lost: (leave: () => void) => void;
  /** How many sockets in a row have ended while this stream was being begun. */
  readonly lossesOf: (key: string) => number;
  /** Says once of each further loss that it is news. */
  readonly isNews: (key: string) => boolean;
}

interface Waiting {
  readonly key: string;
  readonly subscriber: Subscriber<Turn>;
}

/** Those who wait, in three rows: each is served in the order of coming, and the last one by one. */
const createRows = () => {
  const rows = { account: new Set<Waiting>(), market: new Set<Waiting>(), suspect: new Set<Waiting>() };
  /** The row whose turn it is: the suspects' only while nothing else is under way. */
  const rowOf = (isNoneUnderWay: boolean): Set<Waiting> | undefined => {
    const open = isNoneUnderWay ? [rows.account, rows.market, rows.suspect] : [rows.account, rows.market];
    return open.find(({ size }) => size > 0);
  };
  return {
    add: (waiting: Waiting, row: keyof typeof rows): (() => void) => {
      rows[row].add(waiting);
      return () => rows[row].delete(waiting);
    },
    count: () => rows.account.size + rows.market.size + rows.suspect.size,
    hasNext: (isNoneUnderWay: boolean): boolean => rowOf(isNoneUnderWay) !== undefined,
    /** Who comes next, no longer in its row. */
    next: (isNoneUnderWay: boolean): Waiting | undefined => {
      const row = rowOf(isNoneUnderWay);
      const [first] = row ?? [];
      if (first !== undefined) row?.delete(first);
      return first;
    },
  };
};

/** Who is being begun, and who is suspected of having ended sockets so. */
const createUnderWay = () => {
  const losses = new Map<string, number>();
  const told = new Map<string, number>();
  let underWay = new Set<Waiting>();
  return {
    count: () => underWay.size,
    /** Whether one under suspicion is under way: it is so alone. */
    hasSuspect: () => [...underWay].some(({ key }) => losses.has(key)),
    add: (waiting: Waiting) => underWay.add(waiting),
    remove: (waiting: Waiting) => underWay.delete(waiting),
    clear: ({ key }: Waiting): void => {
      losses.delete(key);
      told.delete(key);
    },
    /** The socket is over. */
    suspect: (): void => {
      for (const { key } of underWay) losses.set(key, (losses.get(key) ?? 0) + 1);
      underWay = new Set();
    },
    lossesOf: (key: string) => losses.get(key) ?? 0,
    isNews: (key: string): boolean => {
      const count = losses.get(key) ?? 0;
      const isNews = told.get(key) !== count;
      told.set(key, count);
      return isNews;
    },
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

/** Holds all back while something is done. */
const createHold = () => {
  let isOn = false;
  return {
    isOn: () => isOn,
    during: (act: () => void): void => {
      const wasOn = isOn;
      isOn = true;
      act();
      isOn = wasOn;
    },
  };
};

/** The door that one goes through at a time, when there is room. */
const createDoor = (room$: () => Observable<void>) => {
  let waiting = Subscription.EMPTY;
  return {
    isFree: () => waiting.closed,
    /** Lets one through, at once or once there is room; in that case `goOn` is called afterwards. */
    pass: (enter: () => void, goOn: () => void): void => {
      const turn = new Subscription();
      let isAtOnce = true;
      const open = (): void => {
        // Whoever goes through may bring the next to the door.
        turn.unsubscribe();
        enter();
        if (!isAtOnce) goOn();
      };
      waiting = turn;
      turn.add(room$().subscribe(open));
      isAtOnce = false;
    },
    leave: (): void => waiting.unsubscribe(),
  };
};

/**
 * Makes the {@link Turns} of one connection: accounts before markets, each in the order of coming, and last, alone and
 * one after another, those under suspicion. An answer clears one of it.
 *
 * @param most How many may be under way at once.
 * @param room$ Emits once a stream may be begun, there and then, as to the pace of the connection.
 */
export const createTurns = (most: number, room$: () => Observable<void> = () => of(undefined)): Turns => {
  const rows = createRows();
  const underWay = createUnderWay();
  const rest = createRest();
  const door = createDoor(room$);
  const hold = createHold();
  let speed = fullSpeed(most);

  const isReady = (): boolean =>
    !(hold.isOn() || rest.isOn() || underWay.count() >= speed.bound || underWay.hasSuspect()) &&
    rows.hasNext(underWay.count() === 0);

  const giveNext = (): void => {
    const waiting = isReady() ? rows.next(underWay.count() === 0) : undefined;
    if (waiting === undefined) return;
    underWay.add(waiting);
    rest.begin(speed.pause, go);
    const answered = (): void => {
      underWay.clear(waiting);
      waiting.subscriber.complete();
    };
    waiting.subscriber.next({ answered });
  };

  const go = (): void => {
    while (isReady() && door.isFree()) door.pass(giveNext, go);
    if (!isReady()) door.leave();
  };

  const takeBack = (waiting: Waiting): void => {
    if (underWay.remove(waiting) && underWay.count() + rows.count() === 0) speed = faster(speed, most);
    go();
  };

  const afterwards = (act: () => void): void => {
    hold.during(act);
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
    lost: (leave) =>
      afterwards(() => {
        if (underWay.count() + rows.count() > 0) speed = slower(speed);
        underWay.suspect();
        rest.end();
        leave();
      }),
    ...{ lineUp: afterwards, lossesOf: underWay.lossesOf, isNews: underWay.isNews },
  };
};
