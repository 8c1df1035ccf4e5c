import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { entryOf } from '../entry.ts';
import { createAlarm } from './alarm.ts';
import { now } from './now.ts';

/** Work that waits for its turn: the smaller its rank, the sooner. */
interface Waiting {
  readonly rank: number;
  readonly run: () => void;
}

/** Lets work go at a bounded rate. */
export interface LookQueue {
  /** Runs it at once, or when it may; the smallest rank first. */
  readonly run: (rank: number, work: () => void) => void;
  /** Forgets what waits. */
  readonly clear: () => void;
}

/** Makes a {@link LookQueue} that leaves so many milliseconds between two pieces of work. */
export const createLookQueue = (every: number): LookQueue => {
  let waiting: readonly Waiting[] = [];
  let freeAt = -Infinity;
  const alarm = createAlarm(() => next());
  const next = (): void => {
    const [first, ...others] = waiting;
    if (first === undefined) return;
    const present = now();
    if (present < freeAt) {
      alarm.set(freeAt);
      return;
    }
    waiting = others;
    freeAt = present + every;
    first.run();
    next();
  };
  return {
    run: (rank, run) => {
      waiting = [...waiting, { rank, run }].sort((a, b) => a.rank - b.rank);
      next();
    },
    clear: () => {
      waiting = [];
      alarm.clear();
    },
  };
};

/** The pause between two looks on one connection, in milliseconds. */
const lookEvery = 500;

const paces = new WeakMap<Inner, LookQueue>();

/** The pace at which orders are looked for on a connection: two a second, for all accounts together. */
export const lookQueueOf = (connection: Connection): LookQueue =>
  entryOf(paces, connection[inner], () => createLookQueue(lookEvery));
