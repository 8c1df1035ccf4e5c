import type { Observable } from 'rxjs';
import type { TransportError } from '../errors.ts';

/** One open socket, undecoded. */
export interface Wire {
  /**
   * Every message, as text, or as bytes where the platform has them: hot, without replay. It completes when the
   * socket is over, whoever ended it, and never errors: the cause comes from the {@link Transport}.
   */
  readonly message$: Observable<string | Uint8Array>;
  /** Sends one message; does nothing once the socket is over. */
  send(text: string): void;
  /** Closes by the rules: the other side is told and may still be heard. */
  close(code?: number, reason?: string): void;
  /** Drops the socket at once, without a word to the other side; `message$` completes before it returns. */
  terminate(): void;
  /**
   * Why it is over, where nobody here asked for that: known by the time `message$` completes, and what the
   * {@link Transport} then errors with. Whoever waits for a reply is told it. Optional: without it they are told of the
   * loss alone.
   */
  cause?(): TransportError | undefined;
  /**
   * When bytes last came in, those of a message that is still arriving too: a reading of `performance.now()`. Optional:
   * without it only whole messages count as signs of life.
   */
  heardAt?(): number;
}

/**
 * A way to open sockets: the platform's WebSocket, an exchange in memory, a recording, your own.
 *
 * Cold: each subscription opens one socket. It emits one {@link Wire} when that is open, which must be listened to
 * before control returns. It errors with a `TransportError` when opening fails or takes too long, and on any end
 * of the socket that was not asked for, clean or not; `message$` has completed before that. It completes after
 * `close` or `terminate`. Unsubscribing closes the socket, or gives up opening it.
 */
export type Transport = (url: string) => Observable<Wire>;
