/** How sockets are opened. */
export interface SocketOptions {
  /** How long opening may take, in milliseconds. @default 10_000 */
  readonly connectTimeout?: number;
  /** The largest message that is accepted, in bytes; a larger one ends the socket. @default 8_388_608 */
  readonly maxPayload?: number;
}

export const defaultSocketOptions: Required<SocketOptions> = {
  connectTimeout: 10_000,
  maxPayload: 8 * 1024 * 1024,
};

/** An address as it may be shown: without user, password and query. */
export const shownUrl = (url: string): string => url.replace(/\/\/[^/@]*@/, '//').replace(/[?#].*$/, '');
