/** How sockets are opened. */
export interface SocketOptions {
  /** How long opening may take, in milliseconds. @default 10_000 */
  readonly connectTimeout?: number;
  /** The largest message that is accepted, in bytes; a larger one ends the socket. @default 33_554_432, 32 MiB */
  readonly maxPayload?: number;
}

/** The defaults, where an option is absent or `undefined`. */
export const socketOptions = ({
  connectTimeout = 10_000,
  maxPayload = 32 * 1024 * 1024,
}: SocketOptions): Required<SocketOptions> => ({ connectTimeout, maxPayload });

/** An address as it may be shown: without user, password and query. */
export const shownUrl = (url: string): string => url.replace(/\/\/[^/@]*@/, '//').replace(/[?#].*$/, '');

/** What is said of a message beyond the bound, and what to do. */
export const tooLarge = (url: string, maxPayload: number): string =>
  `A message from ${shownUrl(url)} exceeds maxPayload (${maxPayload} bytes): ask for less, or raise maxPayload.`;
