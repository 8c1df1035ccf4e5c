import type { Observable } from 'rxjs';
import type { MessageType } from '../frame.ts';
import type { ClientError } from '../errors.ts';
import type { Socket } from '../socket.ts';
import type { Deadlines } from './deadlines.ts';
import type { Pacer } from './pacer.ts';

/** The message types of the calls that begin and end a stream. */
export interface SubscribeWith {
  readonly subscribe: MessageType;
  readonly unsubscribe: MessageType;
}

/** How streams are resubscribed after a loss. */
export interface Restore {
  /** How many subscribes may wait for their reply at once. Less than 1, or not a number, counts as 1. @default 10 */
  readonly inFlight: number;
}

/** What a {@link Login} is given of its client: time limits, error reporting and settings. */
export interface Terms {
  /** The timer that all time limits of the connection's requests share. */
  readonly deadlines: Deadlines;
  /** The time limit of a request that has none of its own, in milliseconds. */
  readonly requestTimeout: number;
  /** Emits an error on `error$`. */
  readonly report: (error: ClientError) => void;
  /** Whether the client has credentials. */
  readonly hasLogin: boolean;
  /**
   * Holds requests to the client's `pace`, if it has one.
   *
   * @hidden
   */
  readonly pacer?: Pacer;
}

/** What is done about a login that the exchange has forgotten on an open socket. */
export interface Relogin {
  /**
   * After "you may not" to the request with this number: logs in anew on its socket, where that is not under way, was not
   * done since the request went out, and was not in vain for this function before. It says whether there is a login now
   * that the request did not have, and completes. It begins with the call, whoever listens.
   */
  readonly after: (socket: Socket, call: string, sequence: number) => Observable<boolean>;
  /** The function works with the login there is: a later refusal of it is a login forgotten once more. */
  readonly worked: (socket: Socket, call: string) => void;
}

/** What the verbs use of a connection and its owner does not. */
export interface Inner extends Terms {
  /** The socket that is open and logged in at this moment, if there is one. Asking does not open the connection. */
  readonly currentSocket: () => Socket | undefined;
  /**
   * The same, to send a request on. Where the machine has slept since the last asking the link is probed first, and
   * there is none until that is done.
   */
  readonly socketToUse: () => Socket | undefined;
  /** The message types that streams are begun and ended with. */
  readonly subscribeWith: SubscribeWith;
  /** What is done when the exchange has forgotten the login of an open socket. */
  readonly relogin: Relogin;
  /** Each socket once it is open and logged in, before anybody else is told: hot, without replay. */
  readonly opened$: Observable<Socket>;
  /** How streams come back after a loss. */
  readonly restore: Restore;
  /**
   * Gives up the present socket, or the opening or the waiting, and tries now; opens a connection that was never used.
   * What protects stays: a connection that was given up stays so, and the shortest waits are waited.
   */
  readonly hurry: () => void;
}

/** The key at which a connection carries its {@link Inner}: a symbol, so that a copy of a client is a client too. */
export const inner: unique symbol = Symbol('inner');
