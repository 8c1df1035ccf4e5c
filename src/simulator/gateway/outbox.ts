import { asyncScheduler, Subscription } from 'rxjs';
import { monotonicNow } from '../../clock.ts';
import type { Agenda } from './agenda.ts';

/** Something to say. */
export interface Message {
  /** How much it takes of the room for what waits, in characters. */
  readonly size: number;
  /** Says it. */
  readonly deliver: () => void;
  /** Whether it is to be kept back; asked when its turn comes. */
  readonly isHeld?: () => boolean;
}

/** What a connection still has to say, in order. */
export interface Outbox {
  /** Puts a message at the end, or there so many milliseconds later. */
  readonly post: (message: Message, delay?: number) => void;
  /** Says what was kept back and no longer is to be, the oldest or the newest first. */
  readonly release: (first: 'oldest' | 'newest') => void;
  /** Forgets what was not said yet, and takes no more. */
  readonly close: () => void;
}

/** How an outbox works. */
export interface OutboxOptions {
  readonly agenda: Agenda;
  /** In milliseconds; at 0 a message goes out as soon as the work under way is done. */
  readonly latency: number;
  /** How long after each other messages go out at least, in milliseconds. */
  readonly pace: () => number;
  /** How many characters may wait. */
  readonly room: number;
  /** Is called when they are more; nothing goes out any more then. */
  readonly overflow: () => void;
}

interface Queued {
  readonly message: Message;
  /** When it has been under way for as long as it takes. */
  readonly arrivesAt: number;
}

/** Creates the outbox of one connection. */
export const createOutbox = ({ agenda, latency, pace, room, overflow }: OutboxOptions): Outbox => {
  const open = new Subscription();
  const queue: Queued[] = [];
  const held: Message[] = [];
  let waiting = 0;
  let lastSaidAt = -Infinity;
  let isWatching = false;

  const say = (message: Message): void => {
    if (message.isHeld?.() === true) {
      held.push(message);
      return;
    }
    waiting -= message.size;
    message.deliver();
  };
  const hand = (message: Message, now: number): void => {
    lastSaidAt = now;
    agenda.run(() => {
      if (!open.closed) say(message);
    });
  };
  /** Asked anew each time: as soon as the pace is free again, all that waited for it goes out. */
  const dueAt = ({ arrivesAt }: Queued): number => {
    const gap = pace();
    return gap === 0 ? arrivesAt : Math.max(arrivesAt, lastSaidAt + gap);
  };
  const sayDue = (): void => {
    isWatching = false;
    const now = monotonicNow();
    for (let next = queue[0]; next !== undefined && dueAt(next) <= now; next = queue[0]) {
      queue.shift();
      hand(next.message, now);
    }
    watch();
  };
  const watch = (): void => {
    const [next] = queue;
    if (next === undefined || isWatching || open.closed) return;
    isWatching = true;
    const timer = asyncScheduler.schedule(
      () => {
        open.remove(timer);
        sayDue();
      },
      Math.max(dueAt(next) - monotonicNow(), 0),
    );
    open.add(timer);
  };
  const enqueue = (message: Message): void => {
    const now = monotonicNow();
    const queued = { message, arrivesAt: now + latency };
    if (queue.length === 0 && dueAt(queued) <= now) {
      hand(message, now);
      return;
    }
    queue.push(queued);
    watch();
  };
  const close = (): void => {
    open.unsubscribe();
    queue.length = 0;
    held.length = 0;
  };
  const take = ({ size }: Message): boolean => {
    if (open.closed) return false;
    waiting += size;
    if (waiting <= room) return true;
    close();
    overflow();
    return false;
  };

  return {
    post: (message, delay = 0) => {
      if (!take(message)) return;
      if (delay === 0) {
        enqueue(message);
        return;
      }
      const timer = asyncScheduler.schedule(() => {
        open.remove(timer);
        enqueue(message);
      }, delay);
      open.add(timer);
    },
    release: (first) => {
      const messages = held.splice(0);
      held.push(...messages.filter(({ isHeld }) => isHeld?.() === true));
      const freed = messages.filter(({ isHeld }) => isHeld?.() !== true);
      (first === 'oldest' ? freed : freed.reverse()).forEach(enqueue);
    },
    close,
  };
};
