import { TransportError } from '../errors.ts';
import { shownUrl } from './shownUrl.ts';

/** Options for opening sockets. */
export interface SocketOptions {
  /** The time limit for opening a socket, in milliseconds. @default 10_000 */
  readonly connectTimeout?: number;
  /** The largest message that is accepted, in bytes; a larger one ends the socket. @default 33_554_432, 32 MiB */
  readonly maxPayload?: number;
}

/** What a platform's timer can count to, in milliseconds; beyond it would end at once. */
const longest = 2 ** 31 - 1;

/** The defaults, where an option is absent or `undefined`; a time that is longer than a timer's is as long as that. */
export const socketOptions = ({
  connectTimeout = 10_000,
  maxPayload = 32 * 1024 * 1024,
}: SocketOptions): Required<SocketOptions> => ({
  connectTimeout: connectTimeout <= longest ? connectTimeout : longest,
  maxPayload,
});

/** Says whether a message has at most so many bytes, as it was on the wire. */
export const isWithin = (message: string | ArrayBuffer, maxPayload: number): boolean => {
  if (typeof message !== 'string') return message.byteLength <= maxPayload;
  // A unit of a string is at most three bytes: only what is near the bound is counted.
  if (message.length * 3 <= maxPayload) return true;
  return message.length <= maxPayload && new TextEncoder().encode(message).length <= maxPayload;
};

/** The error of a message beyond the bound, which says what to do. */
export const tooLarge = (url: string, maxPayload: number, cause?: unknown): TransportError =>
  new TransportError(
    `A message from ${shownUrl(url)} exceeds maxPayload (${maxPayload} bytes): ask for less, or raise maxPayload.`,
    { code: 1009, maxPayload, cause },
  );
