import type { ClientError } from '../errors.ts';
import type { Socket } from '../socket.ts';

/** Opening a socket. */
export interface Connecting {
  readonly _tag: 'Connecting';
  /** How many openings in a row have failed or been lost before this one; 0 only for a client's first opening. */
  readonly attempt: number;
  /** What ended the last attempt or connection; absent for the first opening. */
  readonly cause?: ClientError;
}

/** The socket is open, the login under way. */
export interface Authenticating {
  readonly _tag: 'Authenticating';
  /** As in {@link Connecting}. */
  readonly attempt: number;
  /** As in {@link Connecting}. */
  readonly cause?: ClientError;
}

/** Open and, where there are credentials, logged in. A dead socket is in no state. */
export interface Open {
  readonly _tag: 'Open';
  readonly socket: Socket;
}

/**
 * Open, but the machine has slept, or its clock was set ahead: the other side is asked for a sign of life before
 * anything more is sent. Nothing has been lost so far: streams go on, and what is under way stays under way.
 */
export interface Probing {
  readonly _tag: 'Probing';
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
export type ConnectionState = Connecting | Authenticating | Open | Probing | Waiting | Closed;

/** Says whether a state is {@link Open}. */
export const isOpen = (state: ConnectionState): state is Open => state._tag === 'Open';

/** What keeps a connection from being open, as far as anything has gone wrong yet. */
export const causeIn = (state: ConnectionState): ClientError | undefined =>
  'cause' in state ? state.cause : undefined;

/** The socket of a state, one that is being probed too; it may be over a moment before the loss is told. */
export const socketIn = (state: ConnectionState | undefined): Socket | undefined =>
  state !== undefined && 'socket' in state && !state.socket.isOver() ? state.socket : undefined;

/** The socket to send on in a state; a socket is over a moment before the loss is told, and what fails by it may ask again. */
export const usableIn = (state: ConnectionState | undefined): Socket | undefined =>
  state?._tag === 'Open' ? socketIn(state) : undefined;
