/**
 * How events are numbered.
 *
 * - `countOn`: as measured: the first event has the number of the connection's first subscribe plus 2, and each event 2
 *   more than the one before, whatever its stream. So events and pending requests share numbers.
 * - `echo`: as documented: the number of the subscribe that the event belongs to.
 * - `adversarial`: the number of a request that still waits for its reply, if there is one (with `latency`,
 *   `withhold()` or `eventBeforeReply` there is); otherwise as `countOn`.
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
