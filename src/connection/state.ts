import type { ClientError } from '../errors.ts';
import type { Socket } from '../socket.ts';

/** A socket is being opened. */
export interface Connecting {
  readonly _tag: 'Connecting';
  /** How many attempts or connections in a row have failed before this attempt; 0 only for a client's first. */
  readonly attempt: number;
  /** What ended the last attempt or connection; absent for the first attempt. */
  readonly cause?: ClientError;
}

/** The socket is open, and the login is under way. */
export interface Authenticating {
  readonly _tag: 'Authenticating';
  /** As in {@link Connecting}. */
  readonly attempt: number;
  /** As in {@link Connecting}. */
  readonly cause?: ClientError;
}

/** The socket is open and, if there are credentials, logged in. */
export interface Open {
  readonly _tag: 'Open';
  readonly socket: Socket;
}

/**
 * The socket is open, but the machine has slept, or its clock was set forward. The client has sent a ping and waits for
 * an answer before it sends anything else. Nothing is lost so far: streams and requests go on.
 */
export interface Probing {
  readonly _tag: 'Probing';
  readonly socket: Socket;
}

/** Not connected: the client waits for the next attempt. */
export interface Waiting {
  readonly _tag: 'Waiting';
  /** Time until the next attempt, in milliseconds. */
  readonly delay: number;
  /** What ended the last attempt or connection. */
  readonly cause: ClientError;
}

/** The connection is over for good: the client was closed, or the connection failed for good. */
export interface Closed {
  readonly _tag: 'Closed';
  /** Why the connection failed for good; absent after `close()`. */
  readonly cause?: ClientError;
}

/** The state of a connection. */
export type ConnectionState = Connecting | Authenticating | Open | Probing | Waiting | Closed;

/** Whether a state is {@link Open}. */
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
