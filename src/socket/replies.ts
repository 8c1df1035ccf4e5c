import { throwError } from 'rxjs';
import type { Frame } from '../frame.ts';

/**
 * Called once with the reply. If the socket ends first, it is called with `undefined`; `inFlight` is then how many
 * requests were pending. What it throws is reported as rxjs reports what an observer throws, and hurts nobody else.
 */
export type ReplyWaiter = (reply: Frame | undefined, inFlight?: number) => void;

/**
 * Stops waiting for a reply: the waiter is not called any more. `late`, if given, is called with a reply that still
 * arrives; otherwise such a reply is dropped. It does nothing once the reply has arrived.
 */
export type TakeBack = (late?: ReplyWaiter) => void;

/** Who waits for which reply on one socket, by sequence number. */
export interface Replies {
  /** A number not given out before: 2, 4, 6… */
  readonly next: () => number;
  /** Has the reply with this number told to the waiter; the last one to ask for a number is told. */
  readonly await: (sequence: number, waiter: ReplyWaiter) => TakeBack;
  /** Hands a reply to whoever waits for it; `false` where its number was not given out, or was answered before. */
  readonly settle: (reply: Frame) => boolean;
  /** How many numbers are remembered. */
  readonly size: () => number;
  /** Tells everybody who waits that no reply will come, and whoever asks from then on. */
  readonly end: () => void;
}

/** What is known of a number that was given out: who waits, that nobody does (any more), or that the reply has come. */
type Standing = ReplyWaiter | 'nobody' | 'answered';

/** How many numbers are remembered, answered ones among them, before they are swept. */
const fewestSwept = 1_000;

const withoutAnswered = (standings: ReadonlyMap<number, Standing>): Map<number, Standing> => {
  const pending = new Map<number, Standing>();
  for (const [sequence, standing] of standings) if (standing !== 'answered') pending.set(sequence, standing);
  return pending;
};

const isWaiter = (standing: Standing): standing is ReplyWaiter => typeof standing === 'function';

const tell = (waiter: ReplyWaiter, reply: Frame | undefined, inFlight?: number): void => {
  try {
    waiter(reply, inFlight);
  } catch (thrown) {
    // With nobody to hear of it, rxjs throws it by itself, a moment later.
    throwError(() => thrown).subscribe();
  }
};

/**
 * Makes the {@link Replies} of a socket. A look-up by number, at the same cost with one request pending and with ten
 * thousand. Whoever has stopped waiting leaves a bare number behind.
 */
export const createReplies = (): Replies => {
  let standings = new Map<number, Standing>();
  let sweptAt = fewestSwept;
  let last = 0;
  let isOver = false;

  // Deleting each number as it is answered would cost a request a fifth of its time: the Map would rebuild itself.
  const sweep = (): void => {
    standings = withoutAnswered(standings);
    sweptAt = fewestSwept + 2 * standings.size;
  };

  return {
    next: () => {
      last += 2;
      standings.set(last, 'nobody');
      if (standings.size > sweptAt) sweep();
      return last;
    },
    await: (sequence, waiter) => {
      if (isOver) tell(waiter, undefined);
      else standings.set(sequence, waiter);
      return (late) => {
        if (standings.get(sequence) === waiter) standings.set(sequence, late ?? 'nobody');
      };
    },
    settle: (reply) => {
      const standing = standings.get(reply.sequence);
      if (standing === undefined || standing === 'answered') return false;
      standings.set(reply.sequence, 'answered');
      if (isWaiter(standing)) tell(standing, reply);
      return true;
    },
    size: () => standings.size,
    end: () => {
      isOver = true;
      const waiting = [...standings.values()].filter(isWaiter);
      standings.clear();
      for (const waiter of waiting) tell(waiter, undefined, waiting.length);
    },
  };
};
