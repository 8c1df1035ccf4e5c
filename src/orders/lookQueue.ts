import { Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { entryOf } from '../entry.ts';
import { createAlarm } from './alarm.ts';
import { now } from './now.ts';

/** Who waits for a turn: the smaller its rank, the sooner. */
interface Waiting {
  readonly rank: number;
  readonly tell: () => void;
}

/** Gives turns at a bounded rate. */
export interface LookQueue {
  /**
   * Emits when it is its turn, at once where it may: what is to be done is done there and then, or not in this turn. The
   * smallest rank comes first, and of equal ones who came first. Cold. Whoever stays has another turn after the pause;
   * unsubscribing leaves the queue. It never completes.
   */
  readonly turn$: (rank: number) => Observable<void>;
}

/** Makes a {@link LookQueue} that leaves so many milliseconds between two turns. It has a timer while somebody waits. */
export const createLookQueue = (every: number): LookQueue => {
  let waiting: readonly Waiting[] = [];
  let freeAt = -Infinity;
  const alarm = createAlarm(() => next());
  const next = (): void => {
    const [first] = waiting;
    if (first === undefined) return;
    const present = now();
    if (present < freeAt) {
      alarm.set(freeAt);
      return;
    }
    freeAt = present + every;
    first.tell();
    next();
  };
  return {
    turn$: (rank) =>
      // Not a subject: the first turn may come with the subscription.
      new Observable((subscriber) => {
        const one: Waiting = { rank, tell: () => subscriber.next() };
        waiting = [...waiting, one].sort((a, b) => a.rank - b.rank);
        subscriber.add(() => {
          waiting = waiting.filter((other) => other !== one);
          if (waiting.length === 0) alarm.clear();
        });
        next();
      }),
  };
};

/** The pause between two looks on one connection, in milliseconds. */
const lookEvery = 500;

const paces = new WeakMap<Inner, LookQueue>();

/** The pace at which orders are looked for on a connection: two a second, for all accounts together. */
export const lookQueueOf = (connection: Connection): LookQueue =>
  entryOf(paces, connection[inner], () => createLookQueue(lookEvery));
