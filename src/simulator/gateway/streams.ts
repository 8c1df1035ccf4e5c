import type { Observable, Subscription } from 'rxjs';
import type { MarketEvent } from '../market/event.ts';

/** One event, before it has a number. */
export interface StreamEvent {
  /** The event's name on the wire. */
  readonly name: string;
  /** The payload as it stands in a frame. */
  readonly payload: string;
  /** What happened, the same for every stream that tells it. */
  readonly source: MarketEvent | undefined;
}

/** Where the keys of the streams begin that end with the login. */
export const privateStreams = 'private/';

/** What is under way on one connection. */
export interface Streams {
  readonly has: (key: string) => boolean;
  /** How many there are. */
  readonly count: () => number;
  /** Which of the streams that a key can stand for is on, such as the depth of a book. */
  readonly variant: (key: string) => number | undefined;
  /** Starts to pass on `event$`, in place of what the key stood for before. */
  readonly open: (key: string, sequence: number, event$: Observable<StreamEvent>, variant?: number) => void;
  /** Ends every stream whose key begins so. */
  readonly closeAll: (prefix: string) => void;
}

/**
 * The streams of a new connection: none.
 *
 * @param opened is told the number of every subscribe that starts a stream
 * @param emit sends an event that belongs to the subscribe of that number
 */
export const createStreams = (
  opened: (sequence: number) => void,
  emit: (event: StreamEvent, sequence: number) => void,
): Streams => {
  const streams = new Map<string, { readonly variant: number | undefined; readonly events: Subscription }>();
  const close = (key: string): void => {
    streams.get(key)?.events.unsubscribe();
    streams.delete(key);
  };
  return {
    has: (key) => streams.has(key),
    count: () => streams.size,
    variant: (key) => streams.get(key)?.variant,
    open: (key, sequence, event$, variant) => {
      close(key);
      opened(sequence);
      const events = event$.subscribe({ next: (event) => emit(event, sequence), error: () => close(key) });
      streams.set(key, { variant, events });
    },
    closeAll: (prefix) => [...streams.keys()].filter((key) => key.startsWith(prefix)).forEach(close),
  };
};
