import type { MarketEvent } from './event.ts';

/** What an action answers, and what it makes known: send the reply first, then publish the events in order. */
export interface Outcome<Reply> {
  readonly reply: Reply;
  readonly events: readonly MarketEvent[];
}
