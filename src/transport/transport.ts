import type { Observable } from 'rxjs';
import type { TransportError } from '../errors.ts';

/** One open socket that carries messages as text, without parsing them. */
export interface Wire {
  /**
   * Every message received, as text, or as bytes if the platform delivers bytes. Hot, without replay. It completes when
   * the socket is over, whoever ended it, and never errors: the error comes from the {@link Transport}.
   */
  readonly message$: Observable<string | Uint8Array>;
  /** Sends one message; does nothing once the socket is over. */
  send(text: string): void;
  /** Closes with the closing handshake: the other side is told, and its last messages may still arrive. */
  close(code?: number, reason?: string): void;
  /** Drops the socket at once, without a closing handshake. `message$` completes before this returns. */
  terminate(): void;
  /**
   * Why the socket ended, if this side did not end it. It is known by the time `message$` completes, and is what the
   * {@link Transport} then errors with. Pending requests get it as the cause of their error. Optional: without it they
   * get no cause.
   */
  cause?(): TransportError | undefined;
  /**
   * When bytes were last received, including those of a message that is still incomplete: a reading of
   * `performance.now()`. Optional: without it only whole messages show that the link is alive.
   */
  heardAt?(): number;
}

/**
 * A way to open sockets: the platform's WebSocket, an exchange in memory, a recording, or your own.
 *
 * Cold: each subscription opens one socket. It emits one {@link Wire} when that socket is open; subscribe to its
 * `message$` synchronously. It errors with a `TransportError` if opening fails or takes too long, and if the socket
 * ends without `close` or `terminate` from this side, cleanly or not. `message$` completes before that. It completes
 * after `close` or `terminate`. Unsubscribing closes the socket, or stops opening it.
 */
export type Transport = (url: string) => Observable<Wire>;
