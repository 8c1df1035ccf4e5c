import { asyncScheduler, Subscription } from 'rxjs';
import type { Agenda } from './agenda.ts';

/** What a connection still has to say, in order. */
export interface Outbox {
  /** Puts a message at the end; `deliver` is called when its turn comes, `latency` later. */
  readonly post: (deliver: () => void) => void;
  /** Forgets what was not said yet, and takes no more. */
  readonly close: () => void;
}

/**
 * Creates the outbox of one connection.
 *
 * @param latency in milliseconds; at 0 a message goes out as soon as the work under way is done
 */
export const createOutbox = (agenda: Agenda, latency: number): Outbox => {
  const open = new Subscription();
  const hand = (deliver: () => void): void =>
    agenda.run(() => {
      if (!open.closed) deliver();
    });
  return {
    post: (deliver) => {
      if (latency === 0) hand(deliver);
      else if (!open.closed) open.add(asyncScheduler.schedule(() => hand(deliver), latency));
    },
    close: () => open.unsubscribe(),
  };
};
