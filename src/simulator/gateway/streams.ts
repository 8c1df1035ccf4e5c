import type { Observable, Subscription } from 'rxjs';

/** One event, before it has a number. */
export interface StreamEvent {
  /** The event's name on the wire. */
  readonly name: string;
  /** The payload as it stands on the wire. */
  readonly text: string;
}

/** Where the keys of the streams begin that end with the login. */
export const privateStreams = 'private/';

/** What is under way on one connection. */
export interface Streams {
  readonly has: (key: string) => boolean;
  /** Starts to pass on `event$`; the caller has made sure that the key is free. */
  readonly open: (key: string, sequence: number, event$: Observable<StreamEvent>) => void;
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
  const streams = new Map<string, Subscription>();
  const close = (key: string): void => {
    streams.get(key)?.unsubscribe();
    streams.delete(key);
  };
  return {
    has: (key) => streams.has(key),
    open: (key, sequence, event$) => {
      opened(sequence);
      streams.set(key, event$.subscribe({ next: (event) => emit(event, sequence), error: () => close(key) }));
    },
    closeAll: (prefix) => [...streams.keys()].filter((key) => key.startsWith(prefix)).forEach(close),
  };
};
