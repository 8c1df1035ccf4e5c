import type { ClientError } from '../errors.ts';
import type { Socket } from '../socket.ts';

/** Opening a socket. */
export interface Connecting {
  readonly _tag: 'Connecting';
  /** How many openings in a row have failed or been lost before this one; 0 only for a client's first opening. */
  readonly attempt: number;
}

/** The socket is open, the login under way. */
export interface Authenticating {
  readonly _tag: 'Authenticating';
  /** As in {@link Connecting}. */
  readonly attempt: number;
}

/** Open and, where there are credentials, logged in. The only state with a socket: a dead one cannot be used. */
export interface Open {
  readonly _tag: 'Open';
  readonly socket: Socket;
}

/** Not connected; the next attempt follows. */
export interface Waiting {
  readonly _tag: 'Waiting';
  /** Time until the next attempt, in milliseconds. */
  readonly delay: number;
  /** What ended the last attempt or connection. */
  readonly cause: ClientError;
}

/** The end: closed by the user, or given up for a cause. */
export interface Closed {
  readonly _tag: 'Closed';
  /** Why it was given up; absent where `close()` was called. */
  readonly cause?: ClientError;
}

/** Where a connection stands. */
export type ConnectionState = Connecting | Authenticating | Open | Waiting | Closed;

/** Says whether a state is {@link Open}. */
export const isOpen = (state: ConnectionState): state is Open => state._tag === 'Open';

/** The socket to use in a state; a socket is over a moment before the loss is told, and what fails by it may ask again. */
export const usableIn = (state: ConnectionState | undefined): Socket | undefined =>
  state?._tag === 'Open' && !state.socket.isOver() ? state.socket : undefined;
