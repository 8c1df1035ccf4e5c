/**
 * How events are numbered.
 *
 * - `countOn`: as measured: the number of the connection's first subscribe, and 2 more with every event of
 *   whatever stream, so that events and pending requests share numbers.
 * - `echo`: as documented: the number of the subscribe the event belongs to.
 * - `adversarial`: exactly the number of a request that is still waiting for its reply, whenever there is one
 *   (with `latency`, `withhold()` or `eventBeforeReply` there is); else as `countOn`.
 * - `odd`: 1, 3, 5…
 */
export type EventNumbering = 'countOn' | 'echo' | 'adversarial' | 'odd';

/** The event counter of one connection. */
export interface EventNumbers {
  /** To be told of every subscribe that was accepted, with its number. */
  readonly subscribed: (sequence: number) => void;
  /**
   * The number of the next event.
   *
   * @param cause the number of the subscribe the event belongs to, or 0 for an event nobody asked for
   * @param pending the numbers of the requests without a reply, oldest first
   */
  readonly next: (cause: number, pending: Iterable<number>) => number;
}

const last = (numbers: Iterable<number>): number | undefined => [...numbers].at(-1);

/** Starts the event counter of a new connection. */
export const createEventNumbers = (numbering: EventNumbering): EventNumbers => {
  let count = numbering === 'odd' ? -1 : undefined;
  const countOn = (): number => (count = (count ?? 0) + 2);
  return {
    subscribed: (sequence) => (count ??= sequence),
    next: (cause, pending) => {
      if (numbering === 'echo') return cause;
      return (numbering === 'adversarial' ? last(pending) : undefined) ?? countOn();
    },
  };
};
